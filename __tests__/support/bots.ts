import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib'

/** How a program reads a page: what it sends, and how much of the answer it looks at. */
export type Bot = {
  name: string
  headers: Record<string, string>
  /** Bytes of the decoded page it reads. */
  window: number
}

const KIB = 1024

const toBot = (
  name: string,
  agent: string,
  encoding: string,
  window: number,
  more: Record<string, string> = {},
) => ({
  name,
  window,
  headers: { 'user-agent': agent, ...(encoding === '' ? {} : { 'accept-encoding': encoding }), ...more },
})

/** From the platforms' own documents; Slack's window as others saw it. */
export const BOTS: Bot[] = [
  toBot(
    'Googlebot',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'gzip, deflate, br',
    2 * KIB * KIB,
  ),
  toBot(
    'Bingbot',
    'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    'gzip, deflate',
    KIB * KIB,
  ),
  toBot(
    'Facebook',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'deflate, gzip',
    512 * KIB,
    { range: 'bytes=0-524288' },
  ),
  toBot('WhatsApp', 'WhatsApp/2.23.20.0', 'identity', 300 * KIB),
  toBot('X', 'Twitterbot/1.0', 'gzip', 512 * KIB),
  toBot(
    'LinkedIn',
    'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
    'gzip',
    512 * KIB,
  ),
  toBot('Slack', 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', 'gzip', 32 * KIB, {
    range: 'bytes=0-32768',
  }),
  toBot(
    'Discord',
    'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
    'gzip, br',
    512 * KIB,
  ),
  toBot('Telegram', 'TelegramBot (like TwitterBot)', 'gzip', 512 * KIB),
  toBot('Mastodon', 'http.rb/5.1.1 (Mastodon/4.3.0; +https://social.example/)', 'gzip', KIB * KIB),
  toBot('Bluesky', 'Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)', '', 512 * KIB),
  toBot(
    'Apple Messages',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0',
    'gzip, deflate',
    KIB * KIB,
  ),
  toBot('a program that says nothing of itself', '', '', 16 * KIB),
]

const DECODERS: Record<string, (bytes: Buffer) => Buffer> = {
  identity: (bytes) => bytes,
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
}

/** What a bot has of a page: the status, the coding it was sent in, and the part of the text it reads. */
export async function readAs(
  bot: Bot,
  url: string,
): Promise<{ status: number; coding: string; html: string }> {
  const { status, coding, bytes } = await fetchRaw(url, bot.headers)
  const decode = DECODERS[coding]
  if (decode === undefined) throw new Error(`${bot.name} was sent ${coding}`)
  return { status, coding, html: decode(bytes).subarray(0, bot.window).toString('utf8') }
}

/** The bytes as they come over the wire: `fetch` would decode them and send headers of its own. */
function fetchRaw(url: string, headers: Record<string, string>) {
  return new Promise<{ status: number; coding: string; bytes: Buffer }>((resolve, reject) => {
    const sent = request(url, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const coding = response.headers['content-encoding'] ?? 'identity'
        resolve({ status: response.statusCode ?? 0, coding, bytes: Buffer.concat(chunks) })
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}
