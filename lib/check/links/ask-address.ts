import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { PictureError } from '#lib/pictures/derive/picture-error.ts'
import { type HostRules, resolveHost } from '#lib/pictures/fetch/resolve-host.ts'

/** What a server said: its status and, where asked for, the beginning of its text. */
export type Answer = { status: number; text: string }

export const USER_AGENT = 'Broadsheet'

const MAX_REDIRECTS = 5
const TIMEOUT_MS = 15_000
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * Asks for an address, redirects followed. Each host is resolved and checked before it is connected to, at the address
 * that was checked: nothing on this machine or its network is ever asked. Reads at most `maxText` characters.
 *
 * @throws {Error} saying why there is no answer
 */
export async function askAddress(
  address: string,
  { method, rules, maxText }: { method: 'HEAD' | 'GET'; rules: HostRules; maxText: number },
): Promise<Answer> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  let url = new URL(address)
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    if (!/^https?:$/.test(url.protocol)) throw new Error(`it leads to ${url.protocol}`)
    const response = await openResponse(url, await toHostAddress(url, rules), method, signal)
    const { statusCode: status = 0, headers } = response
    if (REDIRECTS.has(status) && headers.location !== undefined) {
      response.destroy()
      url = new URL(headers.location, url)
      continue
    }
    return { status, text: await readStart(response, maxText) }
  }
  throw new Error(`it is redirected more than ${MAX_REDIRECTS} times`)
}

async function toHostAddress(url: URL, rules: HostRules): Promise<string> {
  try {
    return await resolveHost(url, rules)
  } catch (error) {
    if (error instanceof PictureError) throw new Error(error.message, { cause: error })
    throw error
  }
}

/** No shared agent: a kept-alive connection or a proxy could use an address that was not checked. */
function openResponse(
  url: URL,
  address: string,
  method: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const hostname = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const options: RequestOptions & { servername?: string } = {
    agent: false,
    method,
    host: address,
    port: url.port === '' ? undefined : Number(url.port),
    path: `${url.pathname}${url.search}`,
    signal,
    ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
    headers: {
      host: url.host,
      accept: 'text/html,*/*;q=0.8',
      'accept-encoding': 'identity',
      'user-agent': `${USER_AGENT} (looks whether links still lead somewhere)`,
    },
  }
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = request(options, resolve)
    sent.on('error', (error) =>
      reject(new Error(signal.aborted ? 'the server took too long' : toReason(error), { cause: error })),
    )
    sent.end()
  })
}

function toReason(error: Error): string {
  const code = 'code' in error ? String(error.code) : error.message
  return `the connection failed (${code})`
}

async function readStart(response: IncomingMessage, maxText: number): Promise<string> {
  let text = ''
  try {
    if (maxText > 0) {
      for await (const piece of response) {
        text += String(piece)
        if (text.length >= maxText) break
      }
    }
    return text.slice(0, maxText)
  } finally {
    response.destroy()
  }
}
