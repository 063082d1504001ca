import { decodePercent } from './percent.ts'
import { trimEndOf } from './trim.ts'

/** File names may hold 255 bytes; this leaves room for an extension and a number that makes a slug unique. */
const MAX_BYTES = 200

const PLAIN_ASCII = /^[a-z0-9]+(?:[ -][a-z0-9]+)*$/i
const UNRESERVED = /^[\w.~-]+$/
const FOLDED: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

/**
 * The URL segment of a section, tag, author or name: `World News` → `world-news`, `Café` → `cafe`, `C++` →
 * `c-plus-plus`. Letters of every script are kept; the result is never empty and at most 200 bytes of UTF-8.
 */
export function toSlug(text: string): string {
  const slug = PLAIN_ASCII.test(text) ? text.toLowerCase().replaceAll(' ', '-') : foldToSlug(text)
  return slug === '' ? toHashSlug(text) : cutBytes(slug)
}

/**
 * A post's own slug. A name made only of the characters RFC 3986 calls unreserved stays as it is, as links to it
 * exist already; anything else goes through `toSlug`, percent-encoded names decoded first.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-2.3
 */
export function toPostSlug(name: string): string {
  const decoded = decodePercent(name.trim())
  const isKept = UNRESERVED.test(decoded) && /[a-z0-9]/i.test(decoded)
  // `/posts/<slug>.md` is the Markdown twin of `/posts/<slug>`, so no slug may end in `.md` itself.
  return isKept ? cutBytes(decoded).replace(/\.md$/i, '-md') : toSlug(decoded)
}

/** The name a copy was made from: `name 2`, `name copy`, `name (1)`, `name - Copy (2)`, `Copy of name` → `name`. */
export function stripCopySuffix(stem: string): string {
  const original = stem
    .replace(/^copy of /i, '')
    .replace(/ ?\(\d{1,3}\)$/, '')
    .replace(/(?: -)?[ _-]copy(?:[ _-]?\d{1,3})?$/i, '')
    .replace(/ \d{1,2}$/, '')
    .trim()
  return original === '' ? stem : original
}

function foldToSlug(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßæœøđðłþı]/g, (letter) => FOLDED[letter] ?? letter)
    .replace(/['’ʼ\u00ad]|\p{Cf}/gu, '')
    .replace(/(?<=[\p{L}\p{N}+])\+/gu, '-plus-')
    .replace(/(?<=[\p{L}\p{N}])#(?![\p{L}\p{N}])/gu, '-sharp-')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

function cutBytes(slug: string): string {
  if (slug.length * 3 <= MAX_BYTES || Buffer.byteLength(slug) <= MAX_BYTES) return slug
  let bytes = 0
  let kept = ''
  for (const character of slug) {
    bytes += Buffer.byteLength(character)
    if (bytes > MAX_BYTES) break
    kept += character
  }
  return trimEndOf(kept, /-/)
}

/** FNV-1a of the text: short, the same on every machine, and unlike the slug of any word. */
function toHashSlug(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return `x-${hash.toString(16).padStart(8, '0')}`
}
