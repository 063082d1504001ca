import type { ElementContent } from 'hast'
import type { Conversion, Simplifier } from './conversion.ts'
import { simplifyPicture } from './figures.ts'
import { linkGist, simplifyFrame } from './frames.ts'
import { simplifyFlow } from './group-paragraphs.ts'
import { keepBlock } from './keep-html.ts'
import { linkBareAddresses } from './link-addresses.ts'
import { isElement, OWN, toElement } from './nodes.ts'
import { simplifyDetails, simplifyDivision, simplifyFigureElement, simplifyList } from './simplify-blocks.ts'
import { simplifyCode, simplifyPre } from './simplify-code.ts'
import { moveAddresses, simplifyPlayer, simplifyTable } from './simplify-tables.ts'
import { keepInLine, simplifyHeading, simplifyLink, simplifyParagraph, simplifySup } from './simplify-text.ts'
import { hoistSpaces } from './tree/hoist-spaces.ts'

/**
 * HTML as people's editors write it → HTML that Markdown can say: pictures with captions as titles, frames as links, what
 * cannot be said as HTML in elements of ours. What is lost is noted.
 */
export function simplifyAll(children: readonly ElementContent[], conversion: Conversion): ElementContent[] {
  return children.flatMap((child) => simplify(child, conversion))
}

function simplify(node: ElementContent, conversion: Conversion): ElementContent[] {
  if (node.type === 'text') return linkBareAddresses(node.value)
  if (node.type === 'comment') return simplifyComment(node.value, conversion)
  if (node.type !== 'element') return []
  return (SIMPLIFIERS.get(node.tagName) ?? unwrap)(node, conversion)
}

/** `<!--more-->` marks where a list of stories breaks off; other remarks were never shown. */
function simplifyComment(value: string, { notes }: Conversion): ElementContent[] {
  const words = value.trim()
  if (/^more\b/i.test(words)) return [toElement(OWN.blockHtml, { value: '<!-- more -->' })]
  if (/^nextpage\b/i.test(words)) notes.add('the page breaks inside it (<!--nextpage-->): it is one page now')
  else if (words !== '' && !/^\/?wp:|^\[if\b|^noteaser$/i.test(words))
    notes.add('a remark in its source (<!-- … -->)')
  return []
}

const drop: Simplifier = () => []

const dropAndTell: Simplifier = ({ tagName }, { notes }) => {
  notes.add(`a <${tagName}> element was left out`)
  return []
}

const unwrap: Simplifier = (element, conversion) => simplifyAll(element.children, conversion)

const keepName: Simplifier = (element, conversion) => [
  toElement(element.tagName, {}, simplifyAll(element.children, conversion)),
]

const EMPHASIS = new Map([
  ['b', 'strong'],
  ['i', 'em'],
  ['s', 'del'],
  ['strike', 'del'],
])

/** Strong words within strong words are strong; Markdown has no marks for that. */
const keepEmphasis: Simplifier = (element, conversion) => {
  const name = EMPHASIS.get(element.tagName) ?? element.tagName
  if (conversion.open.has(name)) return simplifyAll(element.children, conversion)
  const open = new Set([...conversion.open, name])
  return hoistSpaces(toElement(name, {}, simplifyAll(element.children, { ...conversion, open })))
}

const keepFlow: Simplifier = (element, conversion) => [
  toElement(element.tagName, {}, simplifyFlow(element.children, conversion)),
]

const simplifyRule: Simplifier = () => [toElement('hr', {})]

const simplifyPictureSet: Simplifier = (element, conversion) =>
  simplifyAll(
    element.children.filter((child) => isElement(child, 'img')),
    conversion,
  )

const INLINE_HTML = [
  'sub',
  'kbd',
  'mark',
  'u',
  'ins',
  'small',
  'abbr',
  'q',
  'ruby',
  'rt',
  'rp',
  'dfn',
  'bdo',
  'bdi',
]
const NAMES = ['strong', 'b', 'em', 'i', 'del', 's', 'strike']
const FLOWS = ['section', 'article', 'main', 'center', 'header', 'footer', 'aside', 'nav', 'address']
const DROPPED = [
  'style',
  'link',
  'meta',
  'title',
  'head',
  'template',
  'noembed',
  'colgroup',
  'datalist',
  'source',
]
const TOLD = ['form', 'input', 'button', 'select', 'textarea', 'svg', 'math', 'canvas', 'applet', 'marquee']

const SIMPLIFIERS: ReadonlyMap<string, Simplifier> = new Map([
  ...INLINE_HTML.map((name): [string, Simplifier] => [name, keepInLine]),
  ...NAMES.map((name): [string, Simplifier] => [name, keepEmphasis]),
  ...FLOWS.map((name): [string, Simplifier] => [name, simplifyDivision]),
  ...DROPPED.map((name): [string, Simplifier] => [name, drop]),
  ...TOLD.map((name): [string, Simplifier] => [name, dropAndTell]),
  ...[1, 2, 3, 4, 5, 6].map((level): [string, Simplifier] => [`h${level}`, simplifyHeading]),
  ['a', simplifyLink],
  ['audio', simplifyPlayer],
  ['video', simplifyPlayer],
  ['blockquote', keepFlow],
  ['br', keepName],
  ['code', simplifyCode],
  ['tt', simplifyCode],
  ['details', simplifyDetails],
  ['div', simplifyDivision],
  ['dl', (element, conversion) => keepBlock(moveAddresses(element, conversion))],
  ['embed', simplifyFrame],
  ['figure', simplifyFigureElement],
  ['hr', simplifyRule],
  ['iframe', simplifyFrame],
  ['img', simplifyPicture],
  ['object', simplifyFrame],
  ['ol', simplifyList],
  ['p', simplifyParagraph],
  ['picture', simplifyPictureSet],
  ['pre', simplifyPre],
  ['script', (element, conversion) => linkGist(element) ?? dropAndTell(element, conversion)],
  ['sup', simplifySup],
  ['table', simplifyTable],
  ['ul', simplifyList],
])
