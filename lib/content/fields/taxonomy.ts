import type { Site } from '#lib/config/site.ts'
import { toSlug } from '#lib/text/slug.ts'
import { cleanTitle } from '../clean/clean.ts'
import { isMapping, type PlainValues } from '../front-matter/plain-values.ts'
import { listSwitchedOn, type RawValue, toText } from '../keys/raw-value.ts'
import type { Term } from '../post.ts'
import { toTerms } from './bylines.ts'

/** What a story is filed under: its section, and its tags with the other categories among them. */
export type Taxonomy = { section: Term | null; tags: Term[] }

/** Keys Jekyll splits at spaces when they hold a string. */
const SPACE_LISTS = new Set(['tags', 'categories'])
const SEPARATORS = [',', ';', '、', '，', '،', '；', ' | '] as const
const NAME_KEYS = ['name', 'title', 'label', 'slug'] as const

/** Sections come from the first key that names one; a section the site lists is spelt as the site spells it. */
export function parseTaxonomy(
  sections: RawValue[],
  tags: RawValue[],
  settings: Pick<Site, 'sections'>,
): Taxonomy {
  const lists = sections.map(({ key, value }) => ({ key, names: listNames(key, value) }))
  const first = lists.find(({ key, names }) => names.length > 0 && !isJigsawSection(key, names))
  const section = toSection(first?.names[0], settings)
  const categories = lists.filter((list) => list === first || list.key.toLowerCase() === 'categories')
  const names = [
    ...tags.flatMap(({ key, value }) => listNames(key, value)),
    ...categories.flatMap((list) => list.names),
  ]
  return {
    section,
    tags: toTerms(names).filter(
      ({ slug }) => slug !== section?.slug && slug !== toSlug(first?.names[0] ?? ''),
    ),
  }
}

/** The names under the first key that has any, in the writer's order: what other programs make addresses of. */
export function listCategories(sections: RawValue[]): string[] {
  const lists = sections.map(({ key, value }) => ({ key, names: listNames(key, value) }))
  const all = lists.find(({ key, names }) => names.length > 0 && key.toLowerCase() === 'categories')
  return (
    (all ?? lists.find(({ key, names }) => names.length > 0 && !isJigsawSection(key, names)))?.names ?? []
  )
}

/** Jigsaw's `section: content` names a slot of its layout. */
function isJigsawSection(key: string, names: string[]): boolean {
  return key.toLowerCase() === 'section' && names.length === 1 && names[0] === 'content'
}

function toSection(name: string | undefined, { sections }: Pick<Site, 'sections'>): Term | null {
  if (name === undefined) return null
  const slug = toSlug(name)
  const listed = sections.find((section) => section.slug === slug || toSlug(section.name) === slug)
  return listed === undefined
    ? { slug, name }
    : { slug: listed.slug ?? toSlug(listed.name), name: listed.name }
}

/** The names under a key, whichever way they are written. */
export function listNames(key: string, value: unknown): string[] {
  const items = Array.isArray(value) ? value.flat(3) : splitList(key, value)
  return items.map(toName).filter((name) => name !== '')
}

function splitList(key: string, value: unknown): unknown[] {
  if (isMapping(value)) return splitMapping(value)
  const text = toText(value)
    .trim()
    .replace(/^\[(?!\[)(.{0,2000})\]$/, '$1')
  if (/^(?:no|false|true|none|null|~|n\/a)$/i.test(text)) return []
  const lower = key.toLowerCase()
  if (lower === 'category' || lower === 'section' || lower === 'topic') return [text]
  const separator = SEPARATORS.find((mark) => text.includes(mark))
  if (separator !== undefined) return text.split(separator)
  return SPACE_LISTS.has(lower) ? text.split(/\s+/) : [text]
}

/** `{ferry: true, quay: true}`, `{ferry: , quay: }`, `{a: {name: Ferry}, b: {name: Quay}}`, `{things: [ferry], places: [quay]}`. */
function splitMapping(mapping: PlainValues): unknown[] {
  const switched = listSwitchedOn(mapping)
  if (switched !== null) return switched
  const items = Object.values(mapping)
  const isNamed = NAME_KEYS.some((name) => toText(mapping[name]) !== '')
  return !isNamed && items.every((item) => isMapping(item) || Array.isArray(item)) ? items.flat(3) : [mapping]
}

function toName(item: unknown): string {
  const written = isMapping(item) ? toMappedName(item) : toText(item)
  return cleanTitle(
    written
      .trim()
      .replace(/^[-–—•*]+\s*/, '')
      .replace(/^#+\s*(?=[^\s#])/, '')
      .replace(/^\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]$/, '$1')
      .replace(/^(["'])(.*)\1$/, '$2'),
  )
}

/** `{name: Tides}`; `- Tides: high water` is a mapping to YAML, and a name with a colon to its writer. */
function toMappedName(item: PlainValues): string {
  const key = NAME_KEYS.find((name) => toText(item[name]) !== '')
  if (key !== undefined) return toText(item[key])
  const [only, ...others] = Object.entries(item)
  return only === undefined || others.length > 0 || isMapping(only[1]) ? '' : `${only[0]}: ${toText(only[1])}`
}
