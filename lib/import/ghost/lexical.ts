import { escapeHtml } from '../html/escape.ts'
import { getText, isPayload, type Payload, renderCard } from './cards.ts'

const MAX_DEPTH = 200

/** Bits of a text node's `format`, outermost element first. Source: Lexical's `IS_BOLD` … `IS_HIGHLIGHT`. */
const FORMATS = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [32, 'sub'],
  [64, 'sup'],
  [128, 'mark'],
  [16, 'code'],
] as const

/**
 * Ghost's Lexical document (JSON) → HTML. The content of an unknown node is kept, and the node is noted.
 *
 * @throws {SyntaxError} when it is no JSON, or no document of Lexical's
 */
export function renderLexical(json: string, notes: Set<string>): string {
  const document: unknown = JSON.parse(json)
  const root = isPayload(document) && isPayload(document.root) ? document.root : null
  if (root === null) throw new SyntaxError('the Lexical document has no root')
  return renderChildren(root, notes, 0)
}

function renderChildren(node: Payload, notes: Set<string>, depth: number): string {
  const children = Array.isArray(node.children) && depth < MAX_DEPTH ? node.children.filter(isPayload) : []
  return children.map((child) => renderNode(child, notes, depth + 1)).join('')
}

function renderNode(node: Payload, notes: Set<string>, depth: number): string {
  const type = getText(node, 'type')
  const inner = () => renderChildren(node, notes, depth)
  switch (type) {
    case 'paragraph':
      return `<p>${inner()}</p>`
    case 'heading':
    case 'extended-heading':
      return wrap(/^h[1-6]$/.test(getText(node, 'tag')) ? getText(node, 'tag') : 'h2', inner())
    case 'quote':
    case 'extended-quote':
    case 'aside':
      return `<blockquote>${inner()}</blockquote>`
    case 'list':
      return renderList(node, joinItems(inner()))
    case 'listitem':
      return renderItem(node, inner())
    case 'link':
    case 'autolink':
      return `<a href="${escapeHtml(getText(node, 'url'))}">${inner()}</a>`
    case 'linebreak':
      return '<br>'
    case 'tab':
      return ' '
    case 'text':
    case 'extended-text':
    case 'at-link-search':
    case 'tk':
      return renderText(node)
    default:
      return renderOther(type, node, notes, inner)
  }
}

function renderOther(type: string, node: Payload, notes: Set<string>, renderInner: () => string): string {
  const card = renderCard(type, node)
  if (card !== null) {
    if (card.note !== null) notes.add(card.note)
    return card.html
  }
  const inner = renderInner()
  notes.add(`a part of a kind nobody knows ${inner === '' ? 'was left out' : 'became plain text'}: ${type}`)
  return inner === '' ? '' : `<p>${inner}</p>`
}

function renderList(node: Payload, inner: string): string {
  const isNumbered = node.listType === 'number' || node.tag === 'ol'
  const start = Number(node.start)
  if (!isNumbered) return wrap('ul', inner)
  return start > 1 ? `<ol start="${start}">${inner}</ol>` : wrap('ol', inner)
}

/** A list within a list stands in an item of its own, which is a part of the item before. */
function renderItem(node: Payload, inner: string): string {
  const children = Array.isArray(node.children) ? node.children.filter(isPayload) : []
  const isNested = children.length > 0 && children.every((child) => getText(child, 'type') === 'list')
  return isNested ? `${NESTED}${inner}</li>` : wrap('li', inner)
}

const NESTED = '<li data-nested>'

function joinItems(items: string): string {
  return items.replaceAll(`</li>${NESTED}`, '').replaceAll(NESTED, '<li>')
}

function renderText(node: Payload): string {
  const format = Number(node.format ?? 0)
  const text = escapeHtml(getText(node, 'text'))
  return FORMATS.reduceRight(
    (html, [bit, tag]) => ((format & bit) === 0 || html === '' ? html : wrap(tag, html)),
    text,
  )
}

function wrap(tag: string, html: string): string {
  return `<${tag}>${html}</${tag}>`
}
