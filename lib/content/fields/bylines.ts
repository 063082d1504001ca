import { toSlug } from '#lib/text/slug.ts'
import { cleanTitle } from '../clean/clean.ts'
import { type Diagnostic, type Parsed, reportWarning } from '../diagnostic.ts'
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
  return readAuthors(raws).value
}

/** The same, saying what of a byline was left out. */
export function readAuthors(raws: RawValue[]): Parsed<Term[]> {
  for (const { key, value } of raws) {
    const diagnostics: Diagnostic[] = []
    const items = Array.isArray(value) ? value : [value]
    const names = items.flatMap((item) =>
      listNames(typeof item === 'string' ? dropRole(key, item, diagnostics) : item),
    )
    if (names.length > 0) return { value: toTerms(names), diagnostics }
  }
  return { value: [], diagnostics: [] }
}

/** What a person is, behind the name: `A. Writer, Harbour Executive Director`. */
const ROLE =
  /\b(?:director|editor|reporter|correspondent|columnist|critic|journalist|writer|photographer|producer|contributor|fellow|intern|officer|manager|head|chief|chair(?:man|woman|person)?|president|secretary|minister|professor|lecturer|researcher|analyst|adviser|advisor|consultant|engineer|designer|developer|scientist|specialist|strategist|coordinator|administrator|librarian|founder|partner|lead|captain|mayor|councillor|senator|ambassador|CEO|CTO|CIO|CFO|Redakteur(?:in)?|Korrespondent(?:in)?|rédact(?:eur|rice)|redactora?|direttore|giornalista)\b/i

const MAX_BYLINE = 200

/** One person with a role: the name stays, and that the role went is said. */
function dropRole(key: string, written: string, diagnostics: Diagnostic[]): string {
  const [, name = '', role = ''] =
    written.length > MAX_BYLINE ? [] : (/^([^,]{3,60}),\s+(\S.*)$/.exec(written.trim()) ?? [])
  if (
    name === '' ||
    !PERSON.test(name.replace(/^by:?\s+/i, '')) ||
    !ROLE.test(role) ||
    PERSON_LIST.test(role)
  )
    return written
  const message = 'this is one person with a role; the byline is the name alone'
  const hint = `Write the role into the person's own file, authors/${toSlug(name)}.md`
  diagnostics.push(reportWarning({ field: key, found: written, message, hint }))
  return name
}

/** Further names behind the first, and no role: `Ada Quill, Ben Lens and Cy Head`. */
const PERSON_LIST = /^[\p{Lu}][\p{L}'’.-]* [\p{Lu}][\p{L}'’-]*(?:,| and | & )/u

/** Names that look like ids of another system: readers see them as they stand. */
export function reportIdNames([first]: RawValue[], terms: readonly Term[]): Diagnostic[] {
  const name = terms.map((term) => term.name).find((written) => /^[a-z\d]+(?:_[a-z\d]+)+$/.test(written))
  if (first === undefined || name === undefined) return []
  const message = `readers see "${name}", which looks like an id and not like a name`
  const words = name.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return [
    reportWarning({
      field: first.key,
      found: name,
      message,
      hint: `Write the name, such as ${words.join(' ')}`,
    }),
  ]
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
