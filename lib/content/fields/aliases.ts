import { toPostPath } from '#lib/routes/paths.ts'
import { parseHostAddress } from '#lib/text/addresses/host-address.ts'
import { isMapping, type PlainValues } from '../front-matter/plain-values.ts'
import { toKeyWords } from '../keys/publicity-keys.ts'
import { listSwitchedOn, type RawValue, toText } from '../keys/raw-value.ts'
import { MARKDOWN_FILE } from '../markdown-file.ts'

/** `:year`, `{{ slug }}` and `*` stand for something only the other generator knows. */
const PLACEHOLDER = /\/:[a-z]|^:[a-z]|[{}*<>]/i

/**
 * The paths a story answered at before: literal paths, and full addresses reduced to theirs, percent-encoded as a
 * browser asks for them. Left out: patterns, the site's root, and its address now, `own`.
 */
export function parseAliases(raws: RawValue[], own: string): string[] {
  return toUnique(raws.flatMap(listAliases).map(toAliasPath), own)
}

/** What a key names as a path, as it is written. */
export function listAliases({ key, value }: RawValue): string[] {
  return listWritten(value).flatMap((item) => (isLiteral(key, item) ? listMeant(item) : []))
}

/** `example.org:8080/posts/y` is `/posts/y`; `example.org/posts/y` may be that, or a path as it stands. */
function listMeant(item: string): string[] {
  const address = parseHostAddress(item)
  if (address === null) return [item]
  const path = address.rest.startsWith('/') ? address.rest : `/${address.rest}`
  return address.port === null ? [item, path] : [path]
}

/** Keys under which programs keep what a story was called or where it was, and that are none of ours. */
const FORMER =
  /^(?:old|former|previous|legacy|original|wp|wordpress|jekyll|hugo|ghost|drupal)_?(?:(?:old)_?)?(?:urls?|uris?|paths?|permalinks?|address(?:es)?|aliases|slugs?)$|^redirects?_?froms?$|^shortlink$|^guid$/

/** The former addresses and names under such keys; of a WordPress `guid`, where it is one of its own short addresses. */
export function listFormerAliases(extra: PlainValues, own: string): string[] {
  const written = Object.entries(extra).flatMap(([key, value]) => {
    const name = toKeyWords(key).join('_')
    if (!FORMER.test(name)) return []
    const items = listWritten(value).filter((item) => isLiteral('aliases', item))
    if (name === 'guid' || name === 'shortlink')
      return items.filter((item) => /^https?:\/\/[^?#]*\/\?(?:p|page_id)=\d+$/.test(item))
    if (!/slug/.test(name)) return items.filter((item) => /^\/|\//.test(item))
    return items.map((item) => (item.includes('/') ? item : toPostPath(item)))
  })
  return toUnique(written.map(toAliasPath), own)
}

const ADDRESS_KEYS = ['path', 'from', 'url', 'source', 'old', 'alias', 'build'] as const

/** Each address of a value: of a list, of mappings in it, and of several in one text, `/old/, /older/`. */
function listWritten(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(listWritten)
  if (isMapping(value)) {
    const key = ADDRESS_KEYS.find((name) => toText(value[name]) !== '')
    if (key !== undefined) return [toText(value[key]).trim()]
    return listSwitchedOn(value)?.filter((path) => path.startsWith('/')) ?? []
  }
  const text = toText(value).trim()
  const parts = text.split(/[,\s]+/).filter((part) => part !== '')
  return parts.length > 1 && parts.every((part) => /^(?:\/|https?:\/\/)/.test(part)) ? parts : [text]
}

/** Jigsaw builds `posts/travel/name.md` at `/travel/name`; its posts are known by the layout they extend. */
export function listJigsawAliases(layout: unknown, folder: string, slug: string): string[] {
  if (!toText(layout).startsWith('_layouts')) return []
  const former = [...folder.split('/'), slug].filter((part) => part !== '').join('/')
  return toUnique([toAliasPath(former)], toPostPath(slug))
}

/** A path, or an address with one, as `URL` writes it: `/2014/06/30/name.html`, `/story.php?id=5`. Null when there is none. */
export function toAliasPath(written: string): string | null {
  const plain = written.replaceAll('\\', '/')
  const whole = /^\/\/[^/?#.]+\.[^/?#]+\//.test(plain) ? `https:${plain}` : plain
  const url = URL.parse(
    /^https?:\/\//i.test(whole) ? whole : whole.replace(/^\/*/, '/'),
    'http://site.invalid',
  )
  const address = url === null ? '/' : url.pathname.normalize('NFC') + url.search
  return address === '/' ? null : address
}

/** `permalink: pretty` names a style and `url:` may well be somebody else's page: those are no paths of ours. */
function isLiteral(key: string, text: string): boolean {
  if (text === '' || PLACEHOLDER.test(text) || /^(?:true|false|null)$/.test(text)) return false
  if (/^(?:url|path)$/i.test(key)) return /^\/|^[^:]+\//.test(text) && !MARKDOWN_FILE.test(text)
  return (
    key.toLowerCase() !== 'permalink' || /[/.]/.test(text) || (!STYLE.test(text) && /^[^\s/]+$/.test(text))
  )
}

/** Names of Jekyll's for ways to make addresses. */
const STYLE = /^(?:pretty|date|ordinal|weekdate|none|default|yes|no|on|off)$/i

function toUnique(paths: (string | null)[], own: string): string[] {
  const ownPath = toAliasPath(own)
  const others = paths.filter((path) => path !== null && path.replace(/\/$/, '') !== ownPath)
  return [...new Set(others)].filter((path) => path !== null)
}
