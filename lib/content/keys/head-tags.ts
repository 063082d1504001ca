import { isMapping, type PlainValues } from '../front-matter/plain-values.ts'
import { toText } from './raw-value.ts'

/** An element that a program puts into the heads of its pages. `said`: what it is called in a warning. */
export type HeadTag = { name: string; attributes: PlainValues; said: string }

const MAX_TAGS = 100
const HEAD_KEYS = /^(?:head|meta|metas|meta_?tags|headers?|head_?tags)$/i

/** The elements under a key of the front matter that holds some; none under any other. */
export function listHeadTags(key: string, value: unknown): HeadTag[] {
  if (!HEAD_KEYS.test(key)) return []
  if (typeof value === 'string') return value.includes('<') ? readMarkup(value) : []
  return Array.isArray(value) ? value.slice(0, MAX_TAGS).flatMap(readItem) : []
}

/**
 * VuePress's `[meta, {name: …, content: …}]`, its mappings one behind the other too; Starlight's `{tag: meta, attrs: {…}}`;
 * `{meta: {…}}`; and `{name: …, content: …}`.
 */
function readItem(item: unknown): HeadTag[] {
  if (typeof item === 'string') return item.includes('<') ? readMarkup(item) : []
  if (Array.isArray(item)) {
    const [name, ...others] = item.slice(0, MAX_TAGS)
    if (typeof name === 'string') return [toTag(name, Object.assign({}, ...others.filter(isMapping)))]
    return isMapping(name) ? [name, ...others].flatMap(readItem) : []
  }
  if (!isMapping(item)) return []
  const named = toText(item.tag)
  if (named !== '') return [toTag(named, [item.attrs, item.attributes].find(isMapping) ?? item)]
  const [only, ...others] = Object.entries(item)
  if (only !== undefined && others.length === 0 && isMapping(only[1])) return [toTag(only[0], only[1])]
  if (!('content' in item) && !('href' in item)) return []
  return [toTag('href' in item ? 'link' : 'meta', item)]
}

/** Elements written as HTML. */
function readMarkup(html: string): HeadTag[] {
  return html
    .slice(0, 20_000)
    .split('<')
    .slice(1, MAX_TAGS)
    .flatMap((piece) => {
      const [, name, rest = ''] = /^(meta|link|script|style|base|noscript)\b([^>]*)/i.exec(piece) ?? []
      if (name === undefined) return []
      const pairs = Array.from(rest.matchAll(ATTRIBUTE), ([, key = '', double, single]) => [
        key.toLowerCase(),
        double ?? single ?? '',
      ])
      return [toTag(name, Object.fromEntries(pairs))]
    })
}

const ATTRIBUTE = /(?<=\s)([a-z:-]{1,30})=(?:"([^"]{0,2000})"|'([^']{0,2000})')/gi

function toTag(written: string, attributes: PlainValues): HeadTag {
  const name = written.trim().toLowerCase()
  const kind = toText(attributes.name ?? attributes.property ?? attributes.rel).trim()
  return { name, attributes, said: kind === '' ? name : `${name} ${kind}`.slice(0, 60) }
}

/** Search engines are told by the key `noindex` as well. */
const ROBOTS = /^(?:robots|googlebot|bingbot)$/i

/** What such elements tell search engines. */
export function listRobots(tags: readonly HeadTag[]): unknown[] {
  return tags
    .filter(({ attributes }) => ROBOTS.test(toKind(attributes)))
    .map(({ attributes }) => attributes.content)
}

/** What the site says itself of each story, from its fields. */
const OWN_TAGS =
  /^(?:og:(?:title|type|url|site_name|locale|updated_time|image:(?:alt|width|height|type))|twitter:(?:card|title|url|image:alt)|viewport|generator|article:.{0,30}|charset|alternate)$/i

/** The fields that such elements stand for, under keys of the same meaning, and what of them is used nowhere. */
export function readHeadTags(tags: readonly HeadTag[]): { values: PlainValues; unused: string[] } {
  const values: PlainValues = {}
  const unused: string[] = []
  for (const { name, attributes, said } of tags) {
    const kind = toKind(attributes).toLowerCase()
    const key = name === 'link' ? LINK_KEYS.get(kind) : name === 'meta' ? META_KEYS.get(kind) : undefined
    const value = toText(name === 'link' ? attributes.href : attributes.content).trim()
    if (key !== undefined && value !== '') values[key] ??= value
    else if (key === undefined && !ROBOTS.test(kind) && !OWN_TAGS.test(kind) && !('charset' in attributes))
      unused.push(said)
  }
  return { values, unused: [...new Set(unused)] }
}

function toKind({ name, property, rel }: PlainValues): string {
  return toText(name ?? property ?? rel).trim()
}

const META_KEYS: ReadonlyMap<string, string> = new Map([
  ['og:image', 'og_image'],
  ['og:image:url', 'og_image'],
  ['og:image:secure_url', 'og_image'],
  ['twitter:image', 'og_image'],
  ['twitter:image:src', 'og_image'],
  ['description', 'meta_description'],
  ['og:description', 'meta_description'],
  ['twitter:description', 'meta_description'],
  ['keywords', 'keywords'],
  ['author', 'author_name'],
])
const LINK_KEYS: ReadonlyMap<string, string> = new Map([
  ['canonical', 'canonical'],
  ['image_src', 'og_image'],
])
