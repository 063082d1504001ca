import type { Element, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'

const parser = unified().use(rehypeParse)

/** A page as a real HTML parser sees it. */
export type ReadPage = {
  /** Every element, in document order. */
  everything: Element[]
  /** Those of that name. */
  all: (tagName: string) => Element[]
  /** The text of the first element of that name; '' when there is none. */
  text: (tagName: string) => string
  /** `name` or `property` → content, of every `<meta>` in the head. */
  meta: Record<string, string>
  /** Paths (with query, without fragment) of this site that the page links to or loads. */
  internalLinks: string[]
}

export function readHtml(html: string, origin: string): ReadPage {
  const tree = parser.parse(html)
  const everything = listElements(tree)
  const all = (tagName: string) => everything.filter((element) => element.tagName === tagName)
  const head = all('head').flatMap((element) => listElements(element))
  return {
    everything,
    all,
    text: (tagName) => toText(all(tagName)[0] ?? { type: 'text', value: '' }),
    meta: Object.fromEntries(head.filter(({ tagName }) => tagName === 'meta').map(toMetaEntry)),
    internalLinks: listInternalLinks(everything, origin),
  }
}

function listElements(node: Root | Element): Element[] {
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...listElements(child)] : []))
}

function toMetaEntry({ properties }: Element): [string, string] {
  return [String(properties.name ?? properties.property ?? ''), String(properties.content ?? '')]
}

function listInternalLinks(elements: Element[], origin: string): string[] {
  const links = elements
    .flatMap(({ properties }) => [properties.href, properties.src])
    .map((value) => (typeof value === 'string' ? URL.parse(value, origin) : null))
    .filter((url) => url?.origin === origin)
    .filter((url) => url !== null)
    .map((url) => url.pathname + url.search)
  return [...new Set(links)]
}
