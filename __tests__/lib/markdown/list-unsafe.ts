import type { Element, Nodes } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'

const parser = unified().use(rehypeParse, { fragment: true }).freeze()

const elements = new Set(
  (
    'a abbr audio b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div dl dt em figcaption ' +
    'figure h2 h3 h4 h5 h6 hr i img input ins kbd label li mark ol p pre q rp rt ruby s samp section small source span ' +
    'strong sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr'
  ).split(' '),
)

const attributes = new Set(
  (
    'align alt ariaDescribedBy ariaLabel checked cite className colSpan controls dataEmbed dataEmbedId dataEmbedStart ' +
    'dataFootnoteBackref dataFootnoteRef dataFootnotes dateTime decoding dir disabled height href id lang loading open ' +
    'poster preload rel reversed role rowSpan scope span src start tabIndex title type value width'
  ).split(' '),
)

const classes =
  /^(?:language-[\w+#.-]+|contains-task-list|task-list-item|footnotes|table|gallery|embed|embed-label)$/
const urls = /^(?:https?:\/\/|mailto:|tel:|#|\?|\/(?!\/)|$)/
const pictures = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=]*$/

/**
 * What HTML holds that no reader should get, as a browser would read it: an element, attribute, class or address that
 * nobody allowed. Its lists are its own: it knows nothing of the renderer's.
 */
export function listUnsafe(html: string): string[] {
  return listIn(parser.parse(html))
}

function listIn(node: Nodes): string[] {
  if (node.type === 'text') return []
  if (node.type === 'root') return node.children.flatMap(listIn)
  if (node.type !== 'element') return [node.type]
  const own = elements.has(node.tagName) ? [] : [`<${node.tagName}>`]
  return [...own, ...listProperties(node), ...node.children.flatMap(listIn)]
}

function listProperties({ tagName, properties }: Element): string[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    const found = `${tagName} ${name}=${String(value)}`
    if (!attributes.has(name)) return [found]
    if (name === 'className')
      return String(value)
        .split(',')
        .every((one) => classes.test(one))
        ? []
        : [found]
    if (!['href', 'src', 'cite', 'poster'].includes(name)) return []
    const isSafe = urls.test(String(value)) || (tagName === 'img' && pictures.test(String(value)))
    return isSafe ? [] : [found]
  })
}
