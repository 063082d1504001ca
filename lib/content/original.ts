import type { TextFields } from './fields/text-fields.ts'
import type { PlainValues } from './front-matter/plain-values.ts'
import { toText } from './keys/field-keys.ts'

/** Where link blogs keep the address of what they point at. */
const ORIGINAL_KEYS = [
  'link',
  'external_url',
  'externalUrl',
  'external_link',
  'source_url',
  'sourceUrl',
  'original_url',
  'originalUrl',
  'link_url',
  'linkUrl',
] as const

/** A story without a body that points at another site's: the link is its body, named by that site. */
export function addOriginal(words: TextFields, extra: PlainValues): TextFields {
  if (words.body.trim() !== '') return words
  for (const key of ORIGINAL_KEYS) {
    const url = URL.parse(toText(extra[key]).trim())
    if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '')
      return {
        ...words,
        body: `[${url.host.replace(/^www\./, '')}](<${url.href.replace(/[<>]/g, encodeURIComponent)}>)`,
      }
  }
  return words
}
