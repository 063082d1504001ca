import { type CssRule, formatCssRules, parseCssRules } from './css-rules.ts'

/** Reads a file of the build by its URL; null when there is none. */
export type ReadAsset = (url: string) => string | null

/**
 * Above this a sheet is better fetched once and kept. Below, it comes with the page in the first round trip: the
 * paper's whole CSS is about 4 kB compressed, a second connection round trip costs more on any mobile network.
 */
const MAX_CHARACTERS = 48_000

/** The text of several style sheets as one, for a page with these names; null when they do not belong in the page. */
export type InlineCss = (urls: readonly string[], names: ReadonlySet<string>) => string | null

/**
 * Style sheets in their order, without what the page has no element for: a page carries the rules it uses. The sheets are
 * read once for each set of them: a paper has a dozen.
 */
export function createCssInliner(read: ReadAsset): InlineCss {
  const known = new Map<string, CssRule[] | null>()
  const getRules = (urls: readonly string[]) => {
    const key = urls.join('\n')
    const rules = known.get(key)
    if (rules !== undefined) return rules
    const css = joinSheets(urls, read)
    const made = css === null ? null : parseCssRules(css)
    known.set(key, made)
    return made
  }
  return (urls, names) => {
    const rules = getRules(urls)
    return rules === null ? null : formatCssRules(rules, names)
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
