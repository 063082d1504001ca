import { LRUCache } from 'lru-cache'
import { sha256Base64 } from '#lib/text/hash.ts'
import { BUILD_URL, ERROR_SHELL_ID, isTemplateOfReact } from '../../next/markers.ts'
import type { PolicyParts } from '../../response/content-security-policy.ts'
import type { InlineCss } from './inline-css.ts'
import { isData, isOwnScript } from './own-script.ts'
import { type HtmlOutline, type OutlineElement, scanHtml } from './scan-html.ts'
import { SPECULATION_RULES } from './speculation-rules.ts'

/** A page as readers get it, and what its Content-Security-Policy must allow. `fault` says why it was left whole. */
export type StrippedPage = { html: string; policy: PolicyParts; mismatch: string | null }

const LAYOUT_LINKS = new Set(['license', 'search', 'site.standard.publication'])

type Edit = { start: number; end: number; text: string }

/**
 * Takes from a rendered page what only the framework needs: its scripts, the flight payload, their preloads, React's
 * comments and empty places. What the layout has in the head and its preloads, which stand where React had time for them, and its
 * style sheets are put behind the metadata. A story's language becomes the document's: only its page knows it, and `<html>` is the layout's. The rest
 * is byte for byte what was rendered. A page of unknown shape is left whole.
 */
export function stripFramework(html: string, inlineCss: InlineCss): StrippedPage {
  const outline = scanHtml(html)
  const { headEnd, bodyEnd } = outline
  const mismatch = findMismatch(outline)
  if (mismatch !== null || headEnd === null || bodyEnd === null) return leaveWhole(html, outline, mismatch)
  const sheets = outline.links.filter(isSheet)
  const urls = sheets.map(({ attributes }) => attributes.href ?? '')
  const css = sheets.length === 0 ? '' : inlineCss(urls, listNames(html, outline))
  const preloads = outline.links.filter(isPreload)
  const ofLayout = [...outline.links, ...outline.metas].filter(isOfLayout).sort((a, b) => a.start - b.start)
  const inHead = [
    ...ofLayout.map(({ start, end }) => html.slice(start, end)),
    ...dropRepeated(preloads).map(({ start, end }) => html.slice(start, end)),
    ...(css === null || css === '' ? [] : [`<style>${css}</style>`]),
  ].join('')
  const edits = [
    ...listCuts(outline, css === null ? [] : sheets),
    ...[...preloads, ...ofLayout].map(toCut),
    ...listLanguageEdits(html, outline),
    { start: headEnd, end: headEnd, text: inHead },
    { start: bodyEnd, end: bodyEnd, text: `<script type="speculationrules">${SPECULATION_RULES}</script>` },
  ]
  const policy = toPolicy(html, outline, outline.scripts.filter(isOwnScript))
  if (css) policy.styles.push(sha256Base64(css))
  policy.scripts.push(sha256Base64(SPECULATION_RULES))
  policy.hasSheets = css === null || outline.links.some((link) => isAnySheet(link) && !isSheet(link))
  return { html: applyEdits(html, edits), policy, mismatch: null }
}

/** What selectors may name: what the page holds, and every word of its scripts, which make elements and name classes and data. */
function listNames(html: string, { names, scripts }: HtmlOutline): Set<string> {
  const own = scripts.filter((script) => isOwnScript(script) && !isData(script))
  const named = own.flatMap(({ inner }) => getScriptNames(html.slice(inner.start, inner.end)))
  return new Set([...names, ...named])
}

/** Names of scripts by their hash: most pages have the same few. */
const scriptNames = new LRUCache<string, readonly string[]>({ max: 100 })

function getScriptNames(script: string): readonly string[] {
  const hash = sha256Base64(script)
  const known = scriptNames.get(hash)
  if (known !== undefined) return known
  // A part of a string keeps the whole of it in memory: the page.
  const words =
    Buffer.from(script)
      .toString()
      .match(/[\w-]+/g) ?? []
  const names = words.flatMap((word) => [word, `.${word}`, `[${word}]`, `[data-${toKebabCase(word)}]`])
  scriptNames.set(hash, names)
  return names
}

/** As `dataset` has it: `footnoteRef` → `footnote-ref`. */
function toKebabCase(word: string): string {
  return word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function findMismatch({ headEnd, bodyEnd, templates, rootId }: HtmlOutline): string | null {
  if (headEnd === null || bodyEnd === null) return 'no head or no body'
  if (rootId === ERROR_SHELL_ID) return 'an error page that only scripts can complete'
  if (templates.some(({ attributes }) => isTemplateOfReact(attributes.id ?? '')))
    return 'parts that only scripts can put in place'
  return null
}

function leaveWhole(html: string, outline: HtmlOutline, mismatch: string | null): StrippedPage {
  const policy = toPolicy(html, outline, outline.scripts)
  return { html, policy: { ...policy, hasSheets: outline.links.some(isAnySheet) }, mismatch }
}

function listCuts(outline: HtmlOutline, sheets: readonly OutlineElement[]): Edit[] {
  const framework = outline.scripts.filter((script) => !isOwnScript(script))
  const preloads = outline.links.filter(isFrameworkPreload)
  return [...framework, ...preloads, ...sheets, ...outline.comments, ...outline.placeholders].map(toCut)
}

function listLanguageEdits(html: string, { rootTag, documentLanguage }: HtmlOutline): Edit[] {
  if (rootTag === null || documentLanguage === null) return []
  const { lang, dir } = documentLanguage
  const tag = html.slice(rootTag.start, rootTag.end)
  const text = tag.replace(/ lang="[^"]*"/, ` lang="${lang}"`).replace(/ dir="[^"]*"/, ` dir="${dir}"`)
  return text === tag ? [] : [{ ...rootTag, text }]
}

function toCut({ start, end }: Pick<OutlineElement, 'start' | 'end'>): Edit {
  return { start, end, text: '' }
}

function isSheet(link: OutlineElement): boolean {
  return isAnySheet(link) && isOfBuild(link.attributes.href) && link.attributes.media === undefined
}

function isAnySheet({ attributes }: OutlineElement): boolean {
  return attributes.rel === 'stylesheet'
}

function isFrameworkPreload({ attributes }: OutlineElement): boolean {
  const isPreload = /^(?:modulepreload|preload|prefetch)$/.test(attributes.rel ?? '')
  return isPreload && isOfBuild(attributes.href) && /^(?:script|style|)$/.test(attributes.as ?? '')
}

/**
 * React writes a preload twice, for an element it renders on the server and then the element, or once, as it finds the
 * time: the last of them is always there.
 */
function dropRepeated(preloads: readonly OutlineElement[]): OutlineElement[] {
  const toKey = ({ attributes: { href, imagesrcset } }: OutlineElement) => href ?? imagesrcset
  const last = new Map(preloads.map((link) => [toKey(link), link]))
  return preloads.filter((link) => last.get(toKey(link)) === link)
}

/** What `app/layout.tsx` has in the head beside the metadata: React writes it before or behind that, whichever is ready first. */
function isOfLayout({ attributes: { rel = '', property } }: OutlineElement): boolean {
  return LAYOUT_LINKS.has(rel) || property === 'og:logo'
}

function isPreload({ attributes }: OutlineElement): boolean {
  return attributes.rel === 'preload' && !isOfBuild(attributes.href)
}

function isOfBuild(href = ''): boolean {
  return href.startsWith(BUILD_URL)
}

function toPolicy(html: string, outline: HtmlOutline, scripts: readonly OutlineElement[]): PolicyParts {
  const inline = scripts.filter((script) => script.attributes.src === undefined && !isData(script))
  const hash = ({ inner }: OutlineElement) => sha256Base64(html.slice(inner.start, inner.end))
  return {
    scripts: inline.map(hash),
    styles: outline.styles.map(hash),
    styleAttributes: [...new Set(outline.styleAttributes)].map(sha256Base64),
    hasScriptFiles: scripts.some(({ attributes }) => attributes.src !== undefined),
    hasSheets: false,
  }
}

/** Edits may lie within one another (a comment in an empty place): the outer one counts. */
function applyEdits(html: string, edits: readonly Edit[]): string {
  let text = ''
  let place = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start < place) continue
    text += html.slice(place, edit.start) + edit.text
    place = edit.end
  }
  return text + html.slice(place)
}
