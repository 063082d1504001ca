import type { Element } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { isLoopback } from '#lib/text/addresses/host-address.ts'
import { completeAddress } from '../bare-address.ts'
import type { MarkdownContext, Rendering, Transform } from '../rendering.ts'
import { isElement } from '../tree/element-kinds.ts'
import { replaceElements } from '../tree/walk-elements.ts'
import { encodeContentPath, resolveContentPath } from '../urls/content-path.ts'
import { findContentUrl, isMarkdownFile } from '../urls/find-content-url.ts'
import { resolveMediaUrl } from '../urls/media-url.ts'
import { resolveAddress } from '../urls/resolve-address.ts'
import { parseWebUrl } from '../urls/web-url.ts'

/** Outside this site: the page there gets no handle on ours, and is not told where the reader came from. */
const EXTERNAL_REL = ['noopener', 'noreferrer', 'external']

/**
 * Resolves every link to what a reader's browser can follow: another content file's URL, a root-relative path on this
 * site, or another site, marked as such. A link that leads nowhere leaves its text behind, and a note.
 */
export const resolveLinks: Transform = (tree, rendering) => {
  replaceElements(tree, (element) => {
    if (element.tagName !== 'a') return null
    const written = element.properties.href
    const href = typeof written === 'string' ? resolveHref(written, rendering) : null
    noteMissingFile(href, rendering)
    if (href === null && element.properties.id === undefined) return element.children
    setHref(element, href)
    return null
  })
}

/** A file that is not there is still linked: it may come later, and the text says what it is. */
function noteMissingFile(href: string | null, { context, notes }: Rendering): void {
  if (href?.startsWith('/media/') && context.hasFile?.(href) === false)
    notes.add(`A link leads to a file that is not there: “${href.slice(0, 80)}”.`)
}

function setHref(link: Element, href: string | null): void {
  if (href === null) {
    delete link.properties.href
    return
  }
  link.properties.href = href
  if (/^https?:/.test(href)) link.properties.rel = EXTERNAL_REL
  if (toText(link).trim() === '' && !holdsPicture(link)) link.children.push({ type: 'text', value: href })
}

function holdsPicture(link: Element): boolean {
  return link.children.some(
    (child) => isElement(child, 'img', 'video') || (isElement(child) && holdsPicture(child)),
  )
}

function resolveHref(written: string, rendering: Rendering): string | null {
  const { context, notes } = rendering
  const url = parseWebUrl(written)
  switch (url.kind) {
    case 'web':
      if (url.url.host === URL.parse(context.siteUrl)?.host)
        return resolveRoot(url.url.pathname, url.url.search + url.url.hash, rendering)
      return isLoopback(url.url.hostname) ? resolveLoopback(url.url, url.href, rendering) : url.href
    case 'fragment':
      return url.href
    case 'root':
      return isMarkdownFile(url.path)
        ? resolveFileLink(url.path, url.suffix, rendering)
        : resolveRoot(url.path, url.suffix, rendering)
    case 'relative':
      return resolveRelative(url.path, url.suffix, rendering)
    case 'scheme':
      if (url.scheme === 'mailto' || url.scheme === 'tel') return url.href
      notes.add(`A link was left out: “${url.href.slice(0, 80)}” is not an address readers can follow.`)
      return null
    case 'empty':
      return null
  }
}

/** What a writer copied from a preview on their own machine is a page of this site, where it has one of that path. */
function resolveLoopback(
  { pathname, search, hash }: URL,
  href: string,
  { context, notes }: Rendering,
): string {
  const former = resolveAddress(pathname, search + hash, context)
  if (former !== null) return former
  if (pathname !== '/' && context.isAnswered?.(pathname, search) === true) return pathname + search + hash
  notes.add(`A link leads to the reader’s own machine: “${href.slice(0, 80)}”.`)
  return href
}

/** A page that is not there is still linked: it may come later. */
function resolveRoot(path: string, suffix: string, { context, notes }: Rendering): string {
  const former = resolveAddress(path, suffix, context)
  if (former !== null) return former
  const [search = ''] = suffix.split('#', 1)
  if (context.isAnswered?.(path, search) === false)
    notes.add(`A link may lead nowhere: the site has no page “${path.slice(0, 80)}”.`)
  return path + suffix
}

function resolveFileLink(path: string, suffix: string, { context, notes }: Rendering): string | null {
  const url = findContentUrl(path, context)
  if (url === null) notes.add(`A link was left out: there is no live “${path}”.`)
  return url === null ? null : url + suffix
}

function resolveRelative(path: string, suffix: string, rendering: Rendering): string | null {
  if (path === '') return suffix
  if (isMarkdownFile(path)) return resolveFileLink(path, suffix, rendering)
  const found = findContentUrl(path, rendering.context)
  const whole = found === null ? completeAddress(path) : null
  if (whole !== null) return whole + suffix
  const url = found ?? resolveOther(path, rendering.context)
  if (found === null && url !== null && !url.startsWith('/media/'))
    rendering.notes.add(`A link may lead nowhere: no file of the paper is called “${path.slice(0, 80)}”.`)
  if (url === null) rendering.notes.add(`A link was left out: “${path}” is outside the content folder.`)
  return url === null ? null : url + suffix
}

/** A document beside the text (`report.pdf`), or a page of the site that no content file stands for. */
function resolveOther(path: string, context: MarkdownContext): string | null {
  const isDocument = /\.(?!html?$)[a-z][a-z0-9]{1,4}$/i.test(path)
  if (isDocument) return resolveMediaUrl(path, context.sourceFile)
  const clean = resolveContentPath(path.replace(/^(?:\.\.?\/)+/, ''), 'posts/')
  return clean === null ? null : `/${encodeContentPath(clean)}`
}
