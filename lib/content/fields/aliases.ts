import { type RawValue, toText } from '../keys/field-keys.ts'

/** `:year`, `{{ slug }}` and `*` stand for something only the other generator knows. */
const PLACEHOLDER = /\/:[a-z]|^:[a-z]|[{}*<>]/i

/**
 * The paths a story answered at before: literal paths, and full addresses reduced to theirs, percent-encoded as a
 * browser asks for them. Left out: patterns, the site's root, and the story's own address.
 */
export function parseAliases(raws: RawValue[], slug: string): string[] {
  const written = raws.flatMap(({ key, value }) =>
    (Array.isArray(value) ? value : [value]).flatMap((item) =>
      isLiteral(key, item) ? [toText(item).trim()] : [],
    ),
  )
  return toUnique(written.map(toAliasPath), slug)
}

/** Jigsaw builds `posts/travel/name.md` at `/travel/name`; its posts are known by the layout they extend. */
export function listJigsawAliases(layout: unknown, folder: string, slug: string): string[] {
  if (!toText(layout).startsWith('_layouts')) return []
  return toUnique([toAliasPath([...folder.split('/'), slug].filter((part) => part !== '').join('/'))], slug)
}

/** A path, or an address with one, as `URL` writes it: `/2014/06/30/name.html`. Null when there is none. */
export function toAliasPath(written: string): string | null {
  const url = URL.parse(
    /^https?:\/\//i.test(written) ? written : written.replace(/^\/*/, '/'),
    'http://site.invalid',
  )
  return url === null || url.pathname === '/' ? null : url.pathname
}

/** `permalink: pretty` names a style and `url:` may well be somebody else's page: those are no paths of ours. */
function isLiteral(key: string, item: unknown): boolean {
  const text = toText(item).trim()
  if (text === '' || PLACEHOLDER.test(text) || /^(?:true|false|null)$/.test(text)) return false
  if (key.toLowerCase() === 'url') return text.startsWith('/')
  return key.toLowerCase() !== 'permalink' || /[/.]/.test(text)
}

function toUnique(paths: (string | null)[], slug: string): string[] {
  const own = toAliasPath(`/posts/${slug}`)
  const others = paths.filter((path) => path !== null && path.replace(/\/$/, '') !== own)
  return [...new Set(others)].filter((path) => path !== null)
}
