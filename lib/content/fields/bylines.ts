import { toSlug } from '#lib/text/slug.ts'
import { cleanTitle } from '../clean/clean.ts'
import { type Diagnostic, type Parsed, reportWarning } from '../diagnostic.ts'
import { isMapping, type PlainValues } from '../front-matter/plain-values.ts'
import { listSwitchedOn, type RawValue, toText } from '../keys/raw-value.ts'
import type { Term } from '../post.ts'
import {
  BEFORE_ROLE,
  CREDIT,
  isPerson,
  isRole,
  OFFICE,
  PEOPLE,
  PERSON_LIST,
  SEPARATOR,
} from './byline-words.ts'

/** Who wrote a story: the first key with a name in it, as a list without repeats. */
export function parseAuthors(raws: RawValue[]): Term[] {
  return readAuthors(raws).value
}

/** The same, saying what of a byline was left out. */
export function readAuthors(raws: RawValue[]): Parsed<Term[]> {
  for (const { key, value } of raws) {
    const diagnostics: Diagnostic[] = []
    const items = Array.isArray(value) ? value.flat() : [value]
    const names = items.flatMap((item) =>
      listPeople(item).flatMap((written) => listNames(dropRoles(key, written, diagnostics))),
    )
    if (names.length > 0) return { value: toTerms(names), diagnostics }
  }
  return { value: [], diagnostics: [] }
}

const MAX_BYLINE = 200

/** Of people with a role each, the names stay, and that the roles went is said. */
function dropRoles(key: string, written: string, diagnostics: Diagnostic[]): string[] {
  if (written.length > MAX_BYLINE) return [written]
  const text = dropCredit(written.trim())
  const people = text.split(PEOPLE).map((part) => splitRole(part.trim()))
  const isWhole = people.every(({ name }) => isPerson(name))
  const isEach = people.length > 1 && isWhole && people.some(({ role }) => role !== '')
  const { name, role } = isEach ? { name: '', role: '' } : splitRole(text)
  if (!isEach && (role === '' || PERSON_LIST.test(role))) return [text]
  const names = isEach ? people.map((person) => person.name) : [name]
  const message =
    names.length === 1
      ? 'this is one person with a role; the byline is the name alone'
      : 'these are people with a role each; the byline is their names'
  const hint = `Write the role into the person's own file, authors/${toSlug(names[0] ?? '')}.md`
  diagnostics.push(reportWarning({ field: key, found: written, message, hint }))
  return names
}

/** `Ada Quill, Editor`, `Ada Quill — Editor`, `Ada Quill (Editor)`, `山田太郎（記者）` → the name and the role; '' for no role. */
function splitRole(text: string): { name: string; role: string } {
  const [, before = '', behind = ''] = BEFORE_ROLE.exec(text) ?? []
  const name = before.trimEnd()
  const role = behind.replace(/[)）]$/, '')
  return role !== '' && isPerson(name) && isRole(role) ? { name, role } : { name: text, role: '' }
}

/** `By Ada Quill`, `Von Ada Quill`, `文：王小明` → the name; a particle of a name stays: `Von Stein`. */
function dropCredit(text: string): string {
  const rest = text.replace(CREDIT, '')
  const isPeople = rest !== text && rest.split(SEPARATOR).every((part) => isPerson(part.trim()))
  return isPeople || (rest !== text && /^(?:by|[^a-z]{1,4}[:：/])/i.test(text)) ? rest : text
}

/** `end_users`, `adaQuill`, `END_USERS`, and the ids of databases. */
const ID =
  /^(?:[a-z\d]+(?:_[a-z\d]+)+|[A-Z\d]+(?:_[A-Z\d]+)+|[a-z]{2,}(?:[A-Z][a-z]+)+|\d+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{24})$/

/** Names that look like ids of another system: readers see them as they stand. */
export function reportIdNames([first]: RawValue[], terms: readonly Term[]): Diagnostic[] {
  const name = terms.map((term) => term.name).find((written) => ID.test(written))
  if (first === undefined || name === undefined) return []
  const message = `readers see "${name}", which looks like an id and not like a name`
  const words = name
    .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
  const hint = /\d{2}/.test(name) ? 'Write the name itself' : `Write the name, such as ${words.join(' ')}`
  return [reportWarning({ field: first.key, found: name, message, hint })]
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

function listNames(people: string[]): string[] {
  return people.flatMap((written) => {
    const name = cleanTitle(stripHandle(stripEmail(stripMarks(written)))).replace(/^by:?\s+(?=\p{Lu})/iu, '')
    if (/^(?:none|null|no|false|true|n\/a)$/i.test(name)) return []
    return splitNames(name).flatMap((one) => (one === '' ? [] : [splitRole(one).name]))
  })
}

/** `Ada Quill (@ada)` → the name; `"Ada Quill"` without its marks; `content/authors/ada-quill.md` → the file's name. */
function stripHandle(text: string): string {
  const file = /^[\w./-]{0,100}authors?\/([\w-]{1,100})(?:\.\w{1,8})?$/i.exec(text)?.[1]
  if (file !== undefined) return file
  return text.replace(/(?<=\S)\s{1,3}\(?@[\w.-]{1,64}\)?$/, '').replace(/^"([^"]*)"$/, '$1')
}

/** `[[people/ada-quill|Ada Quill]]` → the words of the link; of `Ada Quill^[Harbour Institute]`, the name. */
function stripMarks(text: string): string {
  if (!/[[^\\]/.test(text) || text.length > MAX_BYLINE) return text
  return text
    .replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
    .replace(/\^\[[^[\]]*\]|\[\^[^[\]]*\]/g, '')
    .replace(/\\and\b/g, 'and')
}

const NAME_KEYS = [
  'name',
  'title',
  'literal',
  'display_name',
  'displayName',
  'nickname',
  'label',
  'slug',
  'key',
  'id',
] as const
const GIVEN_KEYS = ['first_name', 'firstName', 'first', 'given', 'given_name', 'givenName'] as const
const FAMILY_KEYS = [
  'last_name',
  'lastName',
  'last',
  'family',
  'family_name',
  'familyName',
  'surname',
] as const

/** The people a value names: one, or in a mapping (`{ada: {name: …}, ben: {name: …}}`) several. */
function listPeople(item: unknown): string[] {
  if (!isMapping(item)) return [toText(item)]
  const name = findName(item)
  if (name !== '') return [name]
  const switched = listSwitchedOn(item)
  if (switched !== null) return switched
  const named = Object.values(item).filter(isMapping).map(findName)
  const found = named.filter((written) => written !== '')
  // `Ada Quill: Reporter`, `Ada Quill: {institute: …}`
  return found.length > 0 ? found : Object.keys(item).filter((key) => /\s/.test(key) && isPerson(key))
}

function findName(person: PlainValues): string {
  for (const key of NAME_KEYS) {
    const value = person[key]
    const name = isMapping(value) ? findName(value) : toText(value)
    if (name !== '') return name
  }
  return findFullName(person)
}

/** `first_name` and `last_name`, and what other programs call them; '' where there are none. */
export function findFullName(person: PlainValues): string {
  return [GIVEN_KEYS, FAMILY_KEYS]
    .map((keys) => toText(person[keys.find((key) => toText(person[key]) !== '') ?? '']))
    .join(' ')
    .trim()
}

/** Splits only what is plainly several people: `Food and Rural Affairs` and `Quill, Ada` stay whole. */
function splitNames(name: string): string[] {
  if (name.length >= 500) return [name]
  const reversed = name.split(/[;；]/).map((part) => part.trim())
  if (reversed.length > 1 && reversed.every((part) => /^[^,]{1,60}, [^,]{1,60}$/.test(part))) return reversed
  const parts = name
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.length > 1 && !OFFICE.test(name) && parts.every(isPerson) ? parts : [name]
}

/** `<ada@paper.example>` */
const ADDRESS = /[<(][^<>()\s@]{1,64}@[^<>()\s]{1,255}[>)]/

/** `Ada Quill <ada@paper.example>` and `ada@paper.example (Ada Quill)` → the name; a bare address → what is before the @. */
function stripEmail(text: string): string {
  const inBrackets = /^[^\s@]{1,64}@[^\s@]{1,255}\s+\(([^()]+)\)$/.exec(text.trim())?.[1]
  if (inBrackets !== undefined) return inBrackets
  const without = text
    .split(ADDRESS)
    .map((part) => part.trimEnd())
    .join('')
    .trim()
  const words = without.replace(/(?<=\S)\s{1,3}[^\s@]{1,64}@[^\s@]{1,255}$/, '')
  return words.replace(/^([^\s@]{1,64})@[^\s@]{1,255}\.[^\s@.]{2,24}$/, '$1').replace(/^@/, '')
}
