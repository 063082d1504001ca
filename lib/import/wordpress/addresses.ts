import { getField, type WxrItem } from './read-item.ts'

/**
 * Every path of the old site an item answered at: its permalink, the short one (`/?p=12`), its guid, and the permalinks
 * it had under earlier names and days (`_wp_old_slug`, `_wp_old_date`).
 */
export function listOldPaths(item: WxrItem, origin: string | null): string[] {
  const link = toPath(item.link, origin)
  const home = origin === null ? '/' : (URL.parse(origin)?.pathname ?? '/')
  const short = item.type === 'page' ? 'page_id' : 'p'
  const paths = [
    link,
    toPath(item.guid, origin),
    item.id === '' ? null : `${home.replace(/\/?$/, '/')}?${short}=${item.id}`,
    ...(item.fields.get('_wp_old_slug') ?? []).map((slug) => replacePart(link, item.slug, slug)),
    ...(item.fields.get('_wp_old_date') ?? []).map((day) =>
      replaceDay(link, item.localDate.slice(0, 10), day),
    ),
  ]
  return [...new Set(paths.filter((path) => path !== null && path !== '/' && path !== home))].filter(
    (path) => path !== null,
  )
}

/** The address of the page search engines were told of instead, '' when there is none. */
export function getCanonical(item: WxrItem): string {
  const written = getField(item, '_yoast_wpseo_canonical') || getField(item, 'rank_math_canonical_url')
  return URL.parse(written)?.protocol.startsWith('http') ? written : ''
}

/** Squarespace, which writes WXR too, gives paths alone. */
function toPath(address: string, origin: string | null): string | null {
  const isPath = /^\/(?!\/)/.test(address)
  const url = isPath ? URL.parse(address, origin ?? 'https://site.invalid/') : URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  const own = origin === null ? null : URL.parse(origin)
  if (own !== null && !isPath && own.host.replace(/^www\./, '') !== url.host.replace(/^www\./, ''))
    return null
  return `${url.pathname}${url.search}`
}

function replacePart(path: string | null, part: string, other: string): string | null {
  if (path === null || part === '' || other === '') return null
  const parts = path.split('/')
  const at = parts.lastIndexOf(part)
  return at < 0 ? null : parts.with(at, encodeURI(other)).join('/')
}

function replaceDay(path: string | null, day: string, other: string): string | null {
  if (path === null || !/^\d{4}-\d{2}-\d{2}$/.test(other)) return null
  const [now, then] = [day, other].map((date) => `/${date.replaceAll('-', '/')}/`)
  return now !== undefined && then !== undefined && path.includes(now) ? path.replace(now, then) : null
}
