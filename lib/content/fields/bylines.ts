import { toSlug } from '#lib/text/slug.ts'
import { cleanTitle } from '../clean/clean.ts'
import { isMapping, type PlainValues } from '../front-matter/plain-values.ts'
import { type RawValue, toText } from '../keys/field-keys.ts'
import type { Term } from '../post.ts'

const NAME_KEYS = ['name', 'title', 'display_name', 'displayName', 'nickname', 'slug', 'id'] as const
const SEPARATOR = /,|;|&|\band\b/i
/** `<ada@paper.example>` */
const ADDRESS = /[<(][^<>()\s@]{1,64}@[^<>()\s]{1,255}[>)]/

/** `Department of Food and Rural Affairs` is one byline. */
const OFFICE = /\b(?:of|for|the|in|on|agency|board|bureau|committee|council|department|ministry|office)\b/i

/** `Ada Quill`, `J. M. de Souza`: two to four words, the outer ones with capitals; or an id such as `ada-quill`. */
const PERSON =
  /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+){0,2} [\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*|[a-z\d]+(?:[-_.][a-z\d]+)*)$/u

/** Who wrote a story: the first key with a name in it, as a list without repeats. */
export function parseAuthors(raws: RawValue[]): Term[] {
  for (const { value } of raws) {
    const names = (Array.isArray(value) ? value : [value]).flatMap(listNames)
    if (names.length > 0) return toTerms(names)
  }
  return []
}

/** Names → terms, each slug once, in the order given. */
export function toTerms(names: string[]): Term[] {
  const terms = new Map<string, Term>()
  for (const name of names) {
    const slug = toSlug(name)
    if (!terms.has(slug)) terms.set(slug, { slug, name })
  }
  return [...terms.values()]
}

function listNames(item: unknown): string[] {
  const written = isMapping(item) ? findName(item) : toText(item)
  const name = cleanTitle(stripEmail(written)).replace(/^by:?\s+(?=\p{Lu})/iu, '')
  if (/^(?:|none|null|no|false|true|n\/a)$/i.test(name)) return []
  return splitNames(name).filter((one) => one !== '')
}

function findName(person: PlainValues): string {
  const key = NAME_KEYS.find((name) => toText(person[name]) !== '')
  if (key !== undefined) return toText(person[key])
  return ['first_name', 'firstName', 'last_name', 'lastName'].map((name) => toText(person[name])).join(' ')
}

/** Splits only what is plainly several people: `Food and Rural Affairs` and `Quill, Ada` stay whole. */
function splitNames(name: string): string[] {
  const parts = name
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.length > 1 &&
    name.length < 500 &&
    !OFFICE.test(name) &&
    parts.every((part) => PERSON.test(part))
    ? parts
    : [name]
}

/** `Ada Quill <ada@paper.example>` and `ada@paper.example (Ada Quill)` → the name; a bare address → what is before the @. */
function stripEmail(text: string): string {
  const inBrackets = /^[^\s@]{1,64}@[^\s@]{1,255}\s+\(([^()]+)\)$/.exec(text.trim())?.[1]
  if (inBrackets !== undefined) return inBrackets
  const without = text
    .split(ADDRESS)
    .map((part) => part.trimEnd())
    .join('')
    .trim()
  return without.replace(/^([^\s@]{1,64})@[^\s@]{1,255}\.[^\s@.]{2,24}$/, '$1').replace(/^@/, '')
}
