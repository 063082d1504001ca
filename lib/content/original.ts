import type { TextFields } from './fields/text-fields.ts'
import { isMapping, type PlainValues } from './front-matter/plain-values.ts'
import { toKeyWords } from './keys/publicity-keys.ts'
import { type RawValue, toText } from './keys/raw-value.ts'

/** Words in the name of a key that holds the address of what a story points at, the likeliest first. */
const ORIGINAL_WORDS = [
  /^(?:link|links?url|original|external|externe|source|lien|quelle|fuente|fonte|enlace|ссылка|источник|链接|原文|原文链接|原文鏈接|リンク|出典|링크|출처|رابط|קישור)$/u,
  /^(?:url|uri|href|website|target|bookmark|repost|like|reply|via|redirect|readmore)$/,
  /^(?:pdf|document|attachment|file|download|audio|podcast|enclosure|video|film|youtube|vimeo|sound)$/,
]

/** Addresses of something else than what the story points at. */
const OTHER =
  /^(?:image|img|picture|photo|cover|thumbnail|author|avatar|licen[sc]e|social|comments?|map|registration|canonical|former|old|previous|legacy|api|repo|base|site|data)$/

/** A file beside the story or below the root, which is no address. */
const FILE =
  /^[^<>:?#\n]{1,500}\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|epub|csv|zip|txt|mp3|m4a|ogg|mp4|webm)$/i

/**
 * A story without words of its own that points at something, another site's page or a document: the link is its body, named
 * by that site or by the file. `urls` are values of our keys that may be the address.
 */
export function addOriginal(words: TextFields, extra: PlainValues, urls: RawValue[]): TextFields {
  if (!isEmptyBody(words.body)) return words
  const own = urls.filter(({ key }) => /^url$/i.test(key)).map(({ key, value }) => [key, value] as const)
  const found = [...Object.entries(extra), ...own]
    .map(([key, value]) => ({ rank: rankKey(key), link: readLink(value) }))
    .filter(({ rank, link }) => rank < ORIGINAL_WORDS.length && link !== null)
    .sort((a, b) => a.rank - b.rank)
  return { ...words, body: found[0]?.link ?? words.body }
}

const MAX_EMPTY = 300

/** Comments, empty paragraphs and spaces are no words: an editor leaves them where a body would be. */
function isEmptyBody(body: string): boolean {
  if (body.length > MAX_EMPTY) return false
  return body.replace(/<!--[^<>]*>|<\/?(?:p|br|div) ?\/?>|&(?:nbsp|#160|#xa0);/gi, '').trim() === ''
}

function rankKey(key: string): number {
  const words = toKeyWords(key)
  const isOther = words.some((word) => OTHER.test(word))
  const rank = ORIGINAL_WORDS.findIndex((pattern) => words.some((word) => pattern.test(word)))
  return isOther || rank === -1 ? ORIGINAL_WORDS.length : rank
}

/** A value as a link in Markdown; null where it is no address. */
function readLink(value: unknown): string | null {
  if (isMapping(value)) return readLink(value.url ?? value.href ?? value.link ?? value.src)
  const written = toText(value).trim()
  const [, words = '', target] = /^\[([^[\]]{1,200})\]\((\S{1,2000})\)$/.exec(written) ?? []
  const address = target ?? written.replace(/^<([^<>\s]{1,2000})>$/, '$1')
  if (FILE.test(address)) return writeLink(words || (address.split('/').at(-1) ?? address), address)
  const url = URL.parse(
    address.replace(/^(?=\/\/)/, 'https:').replace(/^(?=www\.[^/\s]+\.[^/\s])/i, 'https://'),
  )
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return null
  return writeLink(words || url.host.replace(/^www\./, ''), url.href)
}

function writeLink(words: string, address: string): string {
  return `[${words.replace(/[[\]\\]/g, '\\$&')}](<${address.replace(/[<>]/g, encodeURIComponent)}>)`
}
