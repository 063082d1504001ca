/** The first picture in HTML of ours, as its address stands there; null where there is none. */
export function findFirstImage(html: string): string | null {
  const at = html.indexOf('<img ')
  if (at === -1) return null
  const end = html.indexOf('>', at)
  const tag = html.slice(at, end === -1 ? undefined : end)
  const source = tag.indexOf(' src="')
  if (source === -1) return null
  const start = source + ' src="'.length
  const close = tag.indexOf('"', start)
  return close === -1 ? null : tag.slice(start, close).replaceAll('&#x26;', '&').replaceAll('&amp;', '&')
}
