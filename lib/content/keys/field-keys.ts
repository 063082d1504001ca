import { isOneEditAway } from '#lib/text/edit-distance.ts'
import { type Diagnostic, type Parsed, reportWarning } from '../diagnostic.ts'
import { isMapping, type PlainValues } from '../front-matter/plain-values.ts'
import { FURTHER_KEYS } from './further-keys.ts'
import { listHeadTags, readHeadTags } from './head-tags.ts'
import { FIELD_KEYS, type FieldName, IGNORED_KEYS } from './known-keys.ts'
import { namesPicture } from './picture-keys.ts'
import type { RawValue } from './raw-value.ts'
import { isPublicityKey } from './resembling-keys.ts'
import { findStandfirstKeys } from './standfirst-keys.ts'

/** Front matter by our fields: what was written for each, best key first, empty values left out. */
export type MappedFields = {
  fields: Record<FieldName, RawValue[]>
  /** Keys that are none of ours. */
  extra: PlainValues
}

/** Keys shorter than this are one edit away from too much. */
const MIN_TYPO = 4

const fieldOfKey = new Map<string, FieldName>()
const keyOfLowerCase = new Map<string, string>()
for (const [field, keys] of [...Object.entries(FIELD_KEYS), ...Object.entries(FURTHER_KEYS)]) {
  for (const key of keys) {
    if (isFieldName(field)) fieldOfKey.set(key, field)
    if (!keyOfLowerCase.has(toLowerKey(key))) keyOfLowerCase.set(toLowerKey(key), key)
  }
}
/** Slips are looked for in the common names only: short words of many languages are one edit away from too much. */
const knownKeys = [...Object.values(FIELD_KEYS).flat(), 'layout', 'extends', 'permalink', 'comments']
/** German writes its nouns with capitals: how such a key is written is nobody's slip. */
const FURTHER: ReadonlySet<string> = new Set(Object.values(FURTHER_KEYS).flat())
const keysOfField = new Map(
  Object.keys(FIELD_KEYS).map((field) => [
    field,
    [...fieldOfKey].filter(([, own]) => own === field).map(([key]) => key),
  ]),
)
const guesses = new Map<string, string | null>()

/** Sorts front matter keys into our fields; warns of keys that look like a known one misspelt. */
export function mapFields(values: PlainValues): Parsed<MappedFields> {
  const found = new Map<string, RawValue>()
  const extra: PlainValues = {}
  const { lifted, diagnostics } = liftHeadTags(values)
  for (const [key, value] of Object.entries(liftNested({ ...lifted, ...values }))) {
    const known = isData(key, value)
      ? undefined
      : fieldOfKey.has(key)
        ? key
        : keyOfLowerCase.get(toLowerKey(key))
    if (known === undefined) extra[key] = value
    else if (known === key || !found.has(known)) found.set(known, { key, value })
    const diagnostic = known === undefined ? findTypo(key) : findVariant(key, known)
    if (diagnostic !== null) diagnostics.push(diagnostic)
  }
  const fields = groupByField(found)
  fields.description.push(...findStandfirstKeys(extra))
  return { value: { fields, extra }, diagnostics }
}

/** `data: 5 febbraio 2024` is a date in Italian, Portuguese and Polish; other values are a program's own. */
function isData(key: string, value: unknown): boolean {
  return /^data$/i.test(key) && !(typeof value === 'string' && value.length < 60 && /\d/.test(value))
}

/** Mappings in which Zola, Hugo and Grav keep keys that others write at the top, and the fields that are looked for there. */
const NESTS = ['taxonomies', 'taxonomy', 'extra', 'params'] as const
const LIFTED: ReadonlySet<FieldName> = new Set(['description', 'image', 'section', 'tags', 'authors'])

/** Mappings for search engines and networks: what they say of a story counts where nothing else does. */
const HEAD_NESTS = ['seo', 'meta', 'metadata', 'yoast', 'open_graph', 'opengraph', 'og', 'social'] as const

/** `[taxonomies] tags = [ ]` and `[extra] author = ""` as if they stood at the top; what stands there comes first. */
function liftNested(values: PlainValues): PlainValues {
  const lifted: PlainValues = {}
  for (const nest of NESTS) {
    const inner = values[nest]
    if (!isMapping(inner)) continue
    for (const [key, value] of Object.entries(inner)) {
      const field = fieldOfKey.get(key)
      if (field !== undefined && LIFTED.has(field) && !Object.hasOwn(values, key)) lifted[key] = value
    }
  }
  for (const nest of HEAD_NESTS) {
    const inner = values[nest]
    if (!isMapping(inner)) continue
    if (typeof inner.description === 'string') lifted.meta_description ??= inner.description
    if (typeof inner.author === 'string') lifted.author_name ??= inner.author
  }
  return { ...lifted, ...values }
}

/** What elements for the head of a page say of a story, as if it stood at the top, and what of them is used nowhere. */
function liftHeadTags(values: PlainValues): { lifted: PlainValues; diagnostics: Diagnostic[] } {
  const lifted: PlainValues = {}
  const diagnostics: Diagnostic[] = []
  for (const [key, value] of Object.entries(values)) {
    const read = readHeadTags(listHeadTags(key, value))
    Object.assign(lifted, read.values)
    if (read.unused.length > 0) diagnostics.push(reportUnused(key, read.unused))
  }
  return { lifted, diagnostics }
}

function reportUnused(key: string, unused: readonly string[]): Diagnostic {
  const message = 'what these put into the head of a page was not carried over'
  const hint = 'Remove them; the site writes the head of each page from the keys it knows'
  return reportWarning({ field: key, found: unused.join(', '), message, hint })
}

function groupByField(found: Map<string, RawValue>): MappedFields['fields'] {
  const list = (field: FieldName): RawValue[] =>
    (keysOfField.get(field) ?? []).flatMap((key) => {
      const raw = found.get(key)
      return raw === undefined || isEmpty(raw.value) ? [] : [raw]
    })
  return {
    title: list('title'),
    description: list('description'),
    published: list('published'),
    updated: list('updated'),
    expires: list('expires'),
    image: list('image'),
    section: list('section'),
    tags: list('tags'),
    authors: list('authors'),
    slug: list('slug'),
    aliases: list('aliases'),
    language: list('language'),
    featured: list('featured'),
    weight: list('weight'),
    breaking: list('breaking'),
    breakingUntil: list('breakingUntil'),
    canonical: list('canonical'),
    corrections: list('corrections'),
    translations: list('translations'),
    type: list('type'),
    coverage: list('coverage'),
    access: list('access'),
  }
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  )
}

function findVariant(key: string, known: string): Diagnostic | null {
  if (key === known || isOtherStyle(key) || FURTHER.has(known)) return null
  const message = `the key was read as "${known}"`
  return reportWarning({ field: key, found: key, message, hint: `Write "${known}:"` })
}

/** `postDate` for `post_date`, `featured_image` for `featuredImage`: other programs write their keys so. */
function isOtherStyle(key: string): boolean {
  return (
    /^\p{Ll}[\p{L}\d]*(?:_[\p{L}\d]+)*$/u.test(key) &&
    /[\p{Lu}_]/u.test(key) &&
    !/\p{Lu}{2}|\p{Lu}$/u.test(key)
  )
}

function findTypo(key: string): Diagnostic | null {
  if (key.length < MIN_TYPO || IGNORED_KEYS.has(key) || IGNORED_KEYS.has(key.toLowerCase())) return null
  if (isPublicityKey(key) || namesPicture(key)) return null
  const guess = guessKey(key)
  if (guess === null) return null
  const message = `the key is not known and was not used; it looks like "${guess}" misspelt`
  return reportWarning({
    field: key,
    found: key,
    message,
    hint: `Write "${guess}:" if that is what you mean`,
  })
}

function guessKey(key: string): string | null {
  const known = guesses.get(key)
  if (known !== undefined) return known
  const guess =
    knownKeys.find((candidate) => candidate.length >= MIN_TYPO && isOneEditAway(key, candidate)) ?? null
  if (guesses.size < 10_000) guesses.set(key, guess)
  return guess
}

/** `Published-At`, `publishedAt` and `published_at` are one key to a reader. */
function toLowerKey(key: string): string {
  return key.normalize('NFC').toLowerCase().replace(/[-_ ]/g, '')
}

function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(FIELD_KEYS, name)
}
