import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'
import { toString as toText } from 'hast-util-to-string'

/**
 * Elements of ours, which `to-markdown` turns into what Markdown has no HTML element for. What stands within a line has names
 * of HTML's own, of elements that no simplified body holds: by its name `hast-util-to-mdast` knows what parts no paragraphs.
 */
export const OWN = {
  /** HTML that stays HTML, within a line: `value`. */
  inlineHtml: 'data',
  /** The same, as a block. */
  blockHtml: 'x-block-html',
  /** A footnote's mark: `label`. */
  footnote: 'output',
  /** A footnote's text: `label`. */
  footnoteText: 'x-footnote-text',
} as const

const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
  h5 h6 header hgroup hr li main menu nav ol p pre section table tbody td tfoot th thead tr ul`
    .split(/\s+/)
    .concat(OWN.blockHtml, OWN.footnoteText),
)

export function isElement(node: RootContent | undefined, ...names: string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName))
}

/** Whether a node stands on lines of its own. */
export function isBlock(node: RootContent): boolean {
  return isElement(node) && BLOCKS.has(node.tagName)
}

/** White space, no-break spaces included, and nothing else. */
export function isBlank(node: RootContent): boolean {
  return node.type === 'text' && node.value.trim() === ''
}

export function toElement(tagName: string, properties: Properties, children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children }
}

export function toTextNode(value: string): ElementContent {
  return { type: 'text', value }
}

/** A property as text, '' when it is not there. */
export function getProperty(element: Element, name: string): string {
  const value = element.properties[name]
  if (Array.isArray(value)) return value.join(' ')
  return value === null || value === undefined || typeof value === 'boolean' ? '' : String(value)
}

export function hasClass(element: Element, ...names: string[]): boolean {
  const classes = element.properties.className
  return Array.isArray(classes) && names.some((name) => classes.includes(name))
}

/** The text of a node, white space collapsed. */
export function toPlainText(node: Element | Root): string {
  return collapse(toText(node))
}

export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Every element in it, in the order of the text, as deep as it is; `enter` returns false to leave out what is inside. */
export function visit(parent: Element | Root, enter: (element: Element) => boolean): void {
  const open = parent.children.flatMap((child) => (isElement(child) ? [child] : [])).reverse()
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (!enter(element)) continue
    for (let at = element.children.length - 1; at >= 0; at -= 1) {
      const child = element.children[at]
      if (isElement(child)) open.push(child)
    }
  }
}

/** The elements in it for which `test` holds; those inside one are not looked for. */
export function findAll(parent: Element | Root, test: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(parent, (element) => {
    if (!test(element)) return true
    found.push(element)
    return false
  })
  return found
}
