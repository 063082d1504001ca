import type { Element, ElementContent } from 'hast'
import { type Conversion, toLink } from './conversion.ts'
import { simplifyFigure, simplifyLinkedPicture, simplifyPicture } from './figures.ts'
import { simplifyFrame, simplifyWidget } from './frames.ts'
import { groupParagraphs, splitRun } from './group-paragraphs.ts'
import { keepBlock, keepInline, toInlineHtml } from './keep-html.ts'
import { linkBareAddresses } from './link-addresses.ts'
import {
  findAll,
  getProperty,
  hasClass,
  isBlock,
  isElement,
  OWN,
  toElement,
  toPlainText,
  toTextNode,
} from './nodes.ts'

type Simplifier = (element: Element, conversion: Conversion) => ElementContent[]

/**
 * HTML as people's editors write it → HTML that Markdown can say: pictures with captions as titles, frames as links, what
 * cannot be said as HTML in elements of ours. What is lost is noted.
 */
export function simplifyAll(children: readonly ElementContent[], conversion: Conversion): ElementContent[] {
  return children.flatMap((child) => simplify(child, conversion))
}

/** The same for what holds blocks: text between them becomes paragraphs. */
export function simplifyFlow(children: readonly ElementContent[], conversion: Conversion): ElementContent[] {
  return groupParagraphs(simplifyAll(children, conversion), conversion.lineBreaks)
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

const keepFlow: Simplifier = (element, conversion) => [
  toElement(element.tagName, {}, simplifyFlow(element.children, conversion)),
]

const simplifyParagraph: Simplifier = (element, conversion) => {
  const children = simplifyAll(element.children, conversion)
  const anchor = toAnchor(element, conversion)
  const [first = [], ...others] = splitRun(children, conversion.lineBreaks)
  return [[...anchor, ...first], ...others]
    .filter((part) => part.length > 0)
    .flatMap((part) => (part.some(isBlock) ? groupParagraphs(part, 'spaces') : [toElement('p', {}, part)]))
}

const simplifyDivision: Simplifier = (element, conversion) => {
  const widget = simplifyWidget(element)
  if (widget !== null) return widget
  if (hasClass(element, 'subscription-widget-wrap', 'subscription-widget', 'sharedaddy', 'jp-relatedposts')) {
    conversion.notes.add('a box that subscribes or shares was left out')
    return []
  }
  if (hasClass(element, 'wp-caption', 'captioned-image')) return simplifyFigureElement(element, conversion)
  if (hasClass(element, 'wp-block-file')) {
    const [link] = findAll(element, ({ tagName }) => tagName === 'a')
    return link === undefined ? [] : [toElement('p', {}, simplifyAll([link], conversion))]
  }
  if (hasClass(element, 'graf--mixtapeEmbed')) return simplifyCard(element, conversion)
  const lineBreaks = element.properties.dataLineBreaks === 'paragraphs' ? 'paragraphs' : conversion.lineBreaks
  const children = simplifyAll(element.children, conversion)
  const grouped = groupParagraphs(children, lineBreaks)
  return [...toAnchor(element, conversion), ...grouped]
}

/** A box that shows another page: its title as a link. */
const simplifyCard: Simplifier = (element, conversion) => {
  const [link] = findAll(element, ({ tagName }) => tagName === 'a')
  if (link === undefined) return simplifyFlow(element.children, conversion)
  const [title] = findAll(link, ({ tagName }) => /^(?:strong|h\d)$/.test(tagName))
  const href = toLink(getProperty(link, 'href'), conversion)
  const text = toPlainText(title ?? link) || getProperty(link, 'href')
  return href === null ? [] : [toElement('p', {}, [toElement('a', { href }, [toTextNode(text)])])]
}

const simplifyHeading: Simplifier = (element, conversion) => {
  const children = simplifyAll(element.children, conversion)
  if (children.every((child) => child.type === 'text' && child.value.trim() === '')) return []
  const id = getProperty(element, 'id')
  const isTarget = conversion.targets.has(id) && /^[\w.-]+$/.test(id)
  const mark = isTarget ? [toInlineHtml(` {#${id}}`)] : []
  return [toElement(element.tagName, {}, [...children, ...mark])]
}

const simplifyLink: Simplifier = (element, conversion) => {
  const picture = simplifyLinkedPicture(element, conversion)
  if (picture !== null) return picture
  const children = simplifyAll(element.children, { ...conversion, lineBreaks: 'spaces' }).flatMap(unlink)
  const anchor = toAnchor(element, conversion)
  const written = getProperty(element, 'href')
  if (written.trim() === '') return [...anchor, ...children]
  const href = toLink(written, conversion)
  if (href === null) {
    conversion.notes.add(`a link was left out: “${written.slice(0, 60)}” is no address readers can follow`)
    return [...anchor, ...children]
  }
  const title = getProperty(element, 'title')
  const properties = title === '' ? { href } : { href, title }
  if (children.some(isBlock)) return [...anchor, ...children.map((child) => relink(child, properties))]
  return [...anchor, toElement('a', properties, children)]
}

/** Links hold no links. */
function unlink(node: ElementContent): ElementContent[] {
  return isElement(node, 'a') ? node.children : [node]
}

/** A link around blocks is a link within each. */
function relink(node: ElementContent, properties: Element['properties']): ElementContent {
  if (!isElement(node) || !isBlock(node) || node.tagName.startsWith('x-')) return node
  return { ...node, children: [toElement('a', properties, node.children)] }
}

/** Where a link within the text leads. */
function toAnchor(element: Element, { targets }: Conversion): ElementContent[] {
  const id = getProperty(element, 'id') || getProperty(element, 'name')
  return targets.has(id) && /^[\w.:-]+$/.test(id) ? [toInlineHtml(`<a id="${id}"></a>`)] : []
}

const simplifyFigureElement: Simplifier = (element, conversion) => {
  const caption = findCaption(element)
  const children = withoutElement(element.children, (inner) => inner === caption)
  return simplifyFigure(
    element,
    caption,
    simplifyFlow(children, { ...conversion, lineBreaks: 'spaces' }),
    conversion,
  )
}

/** The caption of a figure itself: those of a gallery's pictures are theirs. */
function findCaption(element: Element): Element | undefined {
  const ends = (inner: Element) => isCaption(inner) || isElement(inner, 'figure', 'li')
  return findAll(element, ends).find(isCaption)
}

function isCaption(element: Element): boolean {
  return (
    element.tagName === 'figcaption' || hasClass(element, 'wp-caption-text', 'image-caption', 'imageCaption')
  )
}

function withoutElement(children: ElementContent[], test: (element: Element) => boolean): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child]
    return test(child) ? [] : [{ ...child, children: withoutElement(child.children, test) }]
  })
}

const simplifyTable: Simplifier = (element, conversion) => {
  if (hasClass(element, 'tr-caption-container')) {
    const cells = findAll(element, (inner) => inner.tagName === 'td' && !hasClass(inner, 'tr-caption'))
    const [caption] = findAll(element, (inner) => hasClass(inner, 'tr-caption'))
    const content = cells.flatMap((cell) => simplifyFlow(cell.children, conversion))
    return simplifyFigure(element, caption, content, conversion)
  }
  const cells = findAll(element, ({ tagName }) => tagName === 'td' || tagName === 'th')
  if (cells.length <= 1) return cells.flatMap((cell) => simplifyFlow(cell.children, conversion))
  const isComplex = cells.some((cell) =>
    ['colSpan', 'rowSpan'].some((name) => Number(cell.properties[name] ?? 1) > 1),
  )
  const hasBlocks = findAll(element, ({ tagName }) =>
    /^(?:ul|ol|pre|blockquote|h\d|figure|caption)$/.test(tagName),
  )
  const inner = findAll(toElement('div', {}, element.children), ({ tagName }) => tagName === 'table')
  if (isComplex || hasBlocks.length > 0 || inner.length > 0)
    return keepBlock(moveAddresses(element, conversion))
  return [rebuildTable(element, conversion)]
}

function rebuildTable(element: Element, conversion: Conversion): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return []
    if (!isElement(child, 'td', 'th')) return [rebuildTable(child, conversion)]
    const content = simplifyAll(child.children, { ...conversion, lineBreaks: 'spaces' })
    const inLine = content.flatMap((node) =>
      isElement(node, 'p') ? [...node.children, toElement('br', {})] : [node],
    )
    while (isElement(inLine.at(-1), 'br')) inLine.pop()
    const cells = inLine.map((node) => (isElement(node, 'br') ? toInlineHtml('<br>') : node))
    return [toElement(child.tagName, pickAlign(child), cells)]
  })
  return toElement(element.tagName, {}, children)
}

function pickAlign({ properties }: Element): Element['properties'] {
  return properties.align === undefined ? {} : { align: properties.align }
}

/** In HTML that stays, addresses follow what was brought along. */
function moveAddresses(element: Element, conversion: Conversion): Element {
  for (const inner of [element, ...findAllDeep(element)]) {
    const { src, href } = inner.properties
    if (typeof href === 'string') inner.properties.href = toLink(href, conversion) ?? ''
    if (typeof src === 'string') inner.properties.src = toLink(src, conversion) ?? src
  }
  return element
}

function findAllDeep(element: Element): Element[] {
  return element.children.flatMap((child) => (isElement(child) ? [child, ...findAllDeep(child)] : []))
}

const simplifyPlayer: Simplifier = (element, conversion) => keepBlock(moveAddresses(element, conversion))

const keepInLine: Simplifier = (element, conversion) => {
  const children = simplifyAll(element.children, conversion)
  return children.some(isBlock) ? children : keepInline(element, children)
}

const simplifySup: Simplifier = (element, conversion) => {
  const id = getProperty(element, 'dataFn')
  if (id !== '' && conversion.footnotes.has(id)) return [toElement(OWN.footnote, { label: id })]
  return keepInLine(element, conversion)
}

const simplifyDetails: Simplifier = (element, conversion) => {
  const summary = element.children.find((child) => isElement(child, 'summary'))
  const others = element.children.filter((child) => child !== summary)
  const words = summary === undefined || !isElement(summary) ? '' : toPlainText(summary)
  const [start] = keepBlock(toElement('details', {}, [toElement('summary', {}, [toTextNode(words)])]))
  if (start === undefined || !isElement(start)) return simplifyFlow(others, conversion)
  const open = getProperty(start, 'value').replace(/<\/details>$/, '')
  return [
    toElement(OWN.blockHtml, { value: open }),
    ...simplifyFlow(others, conversion),
    toElement(OWN.blockHtml, { value: '</details>' }),
  ]
}

const simplifyPre: Simplifier = (element, conversion) => {
  if (hasClass(element, 'wp-block-verse')) {
    return groupParagraphs(simplifyAll(element.children, conversion), 'paragraphs')
  }
  const language = toLanguage(element)
  const text = findText(element)
  const code = toElement('code', language === '' ? {} : { className: [`language-${language}`] }, [
    toTextNode(text),
  ])
  return [toElement('pre', {}, [code])]
}

/** `language-js`, `lang-js`, SyntaxHighlighter's `brush: js`, Medium's `data-code-block-lang`. */
function toLanguage(pre: Element): string {
  const holders = [pre, ...findAll(pre, ({ tagName }) => tagName === 'code')]
  const words = holders.map(
    (element) => `${getProperty(element, 'className')} ${getProperty(element, 'dataCodeBlockLang')}`,
  )
  const all = words.join(' ').trim()
  const marked = /(?:language-|lang-|brush: ?)([\w+#-]{1,30})/.exec(all)?.[1]
  const given = getProperty(pre, 'dataCodeBlockLang')
  return marked ?? (/^[\w+#-]{1,30}$/.test(given) ? given : '')
}

function findText(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (!isElement(node)) return ''
  return node.tagName === 'br' ? '\n' : node.children.map(findText).join('')
}

const simplifyCode: Simplifier = (element) => [toElement('code', {}, [toTextNode(findText(element))])]

const simplifyRule: Simplifier = () => [toElement('hr', {})]

const simplifyPictureSet: Simplifier = (element, conversion) =>
  simplifyAll(
    element.children.filter((child) => isElement(child, 'img')),
    conversion,
  )

const simplifyList: Simplifier = (element, conversion) => {
  if (hasClass(element, 'blocks-gallery-grid', 'gallery')) return simplifyFlow(element.children, conversion)
  const items = element.children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return []
    if (!isElement(child, 'li')) return [toElement('li', {}, simplifyAll([child], conversion))]
    const content = simplifyAll(child.children, { ...conversion, lineBreaks: 'spaces' })
    const anchored = [...toAnchor(child, conversion), ...content]
    return [toElement('li', {}, anchored)]
  })
  const { start } = element.properties
  return items.length === 0 ? [] : [toElement(element.tagName, start === undefined ? {} : { start }, items)]
}

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
const NAMES = ['strong', 'b', 'em', 'i', 'del', 's']
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
const TOLD = [
  'script',
  'form',
  'input',
  'button',
  'select',
  'textarea',
  'svg',
  'math',
  'canvas',
  'applet',
  'marquee',
]

const SIMPLIFIERS: ReadonlyMap<string, Simplifier> = new Map([
  ...INLINE_HTML.map((name): [string, Simplifier] => [name, keepInLine]),
  ...NAMES.map((name): [string, Simplifier] => [name, keepName]),
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
  ['strike', (element, conversion) => [toElement('del', {}, simplifyAll(element.children, conversion))]],
  ['sup', simplifySup],
  ['table', simplifyTable],
  ['ul', simplifyList],
])
