/** Reads a file of the build by its URL; null when there is none. */
export type ReadAsset = (url: string) => string | null

/**
 * Above this a sheet is better fetched once and kept. Below, it comes with the page in the first round trip: the
 * paper's whole CSS is about 4 kB compressed, a second connection round trip costs more on any mobile network.
 */
const MAX_CHARACTERS = 48_000

/**
 * The text of several style sheets as one, in their order; null when they do not belong in the page. Computed once for
 * each set of sheets: a paper has a dozen.
 */
export function createCssInliner(read: ReadAsset): (urls: readonly string[]) => string | null {
  const known = new Map<string, string | null>()
  return (urls) => {
    const key = urls.join('\n')
    const css = known.get(key)
    if (css !== undefined) return css
    const made = joinSheets(urls, read)
    known.set(key, made)
    return made
  }
}

function joinSheets(urls: readonly string[], read: ReadAsset): string | null {
  const sheets: string[] = []
  for (const url of urls) {
    const sheet = read(url)
    if (sheet === null || /@import|<\/style/i.test(sheet)) return null
    sheets.push(toPageUrls(sheet, url).trim())
  }
  const css = sheets.join('\n')
  return css.length > MAX_CHARACTERS ? null : css
}

/** URLs in a sheet are relative to the sheet; in a page they would be relative to the page. */
function toPageUrls(css: string, sheetUrl: string): string {
  return css
    .replace(/@charset [^;]*;/gi, '')
    .replace(/\/\*#[^*]*\*\//g, '')
    .replace(/url\((["']?)(?!data:|https?:|\/|#)([^"')]+)\1\)/g, (_match, _quote, href: string) => {
      const { pathname, search, hash } = new URL(href, `http://sheet${sheetUrl}`)
      return `url("${pathname}${search}${hash}")`
    })
}
