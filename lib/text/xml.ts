import XMLBuilder from 'fast-xml-builder'

/** An element's content: text, child elements by name, attributes as `@name`, its own text beside them as `#text`. */
export type XmlContent = string | XmlNode | XmlContent[] | undefined
export type XmlNode = { readonly [name: string]: XmlContent }

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
})

/** What XML 1.0 forbids, even escaped. @see https://www.w3.org/TR/xml/#charsets */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Elements → XML without a declaration. Any text may stand anywhere: what XML cannot hold is left out. */
export function renderXml(node: XmlNode): string {
  return builder.build(toLegal(node))
}

/** A style sheet people see a document with. */
export type Stylesheet = { type: 'text/css'; path: string }

/** A whole document: declaration, its style sheets, one root element. */
export function renderXmlDocument(root: XmlNode, stylesheets: readonly Stylesheet[]): string {
  const styles = stylesheets.map(({ type, path }) => `<?xml-stylesheet type="${type}" href="${path}"?>\n`)
  return `${XML_DECLARATION}${styles.join('')}${renderXml(root)}\n`
}

function toLegal(content: XmlContent): XmlContent {
  if (content === undefined) return undefined
  if (typeof content === 'string') return content.toWellFormed().replace(FORBIDDEN, '')
  if (Array.isArray(content)) return content.map(toLegal)
  return Object.fromEntries(Object.entries(content).map(([name, inner]) => [name, toLegal(inner)]))
}
