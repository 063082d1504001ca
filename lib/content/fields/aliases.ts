import { toPostPath } from '#lib/routes/paths.ts'
import { type RawValue, toText } from '../keys/field-keys.ts'
import { MARKDOWN_FILE } from '../markdown-file.ts'

/** `:year`, `{{ slug }}` and `*` stand for something only the other generator knows. */
const PLACEHOLDER = /\/:[a-z]|^:[a-z]|[{}*<>]/i

/**
 * The paths a story answered at before: literal paths, and full addresses reduced to theirs, percent-encoded as a
 * browser asks for them. Left out: patterns, the site's root, and its address now, `own`.
 */
export function parseAliases(raws: RawValue[], own: string): string[] {
  const written = raws.flatMap(({ key, value }) =>
    (Array.isArray(value) ? value : [value]).flatMap((item) =>
      isLiteral(key, item) ? [toText(item).trim()] : [],
    ),
  )
  return toUnique(written.map(toAliasPath), own)
}

/** Jigsaw builds `posts/travel/name.md` at `/travel/name`; its posts are known by the layout they extend. */
export function listJigsawAliases(layout: unknown, folder: string, slug: string): string[] {
  if (!toText(layout).startsWith('_layouts')) return []
  const former = [...folder.split('/'), slug].filter((part) => part !== '').join('/')
  return toUnique([toAliasPath(former)], toPostPath(slug))
}

/** A path, or an address with one, as `URL` writes it: `/2014/06/30/name.html`, `/story.php?id=5`. Null when there is none. */
export function toAliasPath(written: string): string | null {
  const url = URL.parse(
    /^https?:\/\//i.test(written) ? written : written.replace(/^\/*/, '/'),
    'http://site.invalid',
  )
  const address = url === null ? '/' : url.pathname.normalize('NFC') + url.search
  return address === '/' ? null : address
}

/** `permalink: pretty` names a style and `url:` may well be somebody else's page: those are no paths of ours. */
function isLiteral(key: string, item: unknown): boolean {
  const text = toText(item).trim()
  if (text === '' || PLACEHOLDER.test(text) || /^(?:true|false|null)$/.test(text)) return false
  if (/^(?:url|path)$/i.test(key)) return /^\/|^[^:]+\//.test(text) && !MARKDOWN_FILE.test(text)
  return key.toLowerCase() !== 'permalink' || /[/.]/.test(text)
}

function toUnique(paths: (string | null)[], own: string): string[] {
  const ownPath = toAliasPath(own)
  const others = paths.filter((path) => path !== null && path.replace(/\/$/, '') !== ownPath)
  return [...new Set(others)].filter((path) => path !== null)
}
