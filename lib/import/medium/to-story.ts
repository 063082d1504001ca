import type { Element, ElementContent } from 'hast'
import { findAll, getProperty, hasClass, isElement, toPlainText } from '../html/nodes.ts'
import { renderHtml } from '../html/render-html.ts'
import { parseHtml } from '../html/tree/parse-html.ts'
import { EMPTY_STORY, type Story, toHtmlBody } from '../story.ts'
import { toDay, toInstant } from '../to-day.ts'

/** A response is shorter than this. */
const MAX_RESPONSE = 600

/** A story's page (microformats: `h-entry`) → the story, and what of it is not carried over. */
export function toStory(html: string, fileName: string): { story: Story; notes: string[] } {
  const tree = parseHtml(html)
  if (tree === null) throw new Error('it is too long or nested too deeply')
  const find = (test: (element: Element) => boolean) => findAll(tree, test)[0]
  const byClass = (name: string) => find((element) => hasClass(element, name))
  const textOf = (element: Element | undefined) => (element === undefined ? '' : toPlainText(element))
  const title = textOf(byClass('p-name'))
  const body = find((element) => getProperty(element, 'dataField') === 'body')
  const subtitle = textOf(find((element) => getProperty(element, 'dataField') === 'subtitle'))
  const time = byClass('dt-published')
  const written = time === undefined ? '' : getProperty(time, 'dateTime')
  const canonical = byClass('p-canonical')
  const address = canonical === undefined ? '' : getProperty(canonical, 'href')
  const isDraft = fileName.startsWith('draft_')
  const isResponse = !isDraft && body !== undefined && looksLikeResponse(body, title)
  const { picture, children } = takeHead(body?.children ?? [], title, subtitle)
  const [kicker] = body === undefined ? [] : findAll(body, (element) => hasClass(element, 'graf--kicker'))
  const story: Story = {
    ...EMPTY_STORY,
    slug: toSlug(address, fileName),
    title,
    day: toDay(written),
    published: toInstant(written),
    isDraft: isDraft || isResponse,
    description: subtitle,
    authors: [textOf(byClass('p-author'))].filter((name) => name !== ''),
    tags: findAll(tree, (element) => hasClass(element, 'p-tag')).map(toPlainText),
    picture,
    aliases: toAliases(address),
    body: toHtmlBody(renderHtml(children)),
  }
  const notes = [
    ...(isDraft ? ['it was a draft'] : []),
    ...(kicker === undefined ? [] : [`its kicker was left out: ${toPlainText(kicker)}`]),
    ...(isResponse ? ['it looks like a response to somebody’s story: it is a draft'] : []),
  ]
  return { story, notes }
}

/** A response has no headline of its own: its title is the beginning of its text. */
function looksLikeResponse(body: Element, title: string): boolean {
  const text = toPlainText(body)
  const hasHeadline = findAll(body, (element) => hasClass(element, 'graf--title')).length > 0
  return !hasHeadline && text.length < MAX_RESPONSE && text.startsWith(title.replace(/…$/, '').slice(0, 40))
}

/** The text without the headline, standfirst and lead picture that the front matter has. */
function takeHead(
  children: ElementContent[],
  title: string,
  subtitle: string,
): { picture: Story['picture']; children: ElementContent[] } {
  let picture: Story['picture'] = null
  let isHead = true
  const strip = (nodes: ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (!isHead || !isElement(node)) return [node]
      if (isElement(node, 'section', 'div') && !hasClass(node, 'graf')) {
        return isElement(node) ? [{ ...node, children: strip(node.children) }] : []
      }
      const text = toPlainText(node)
      if (isElement(node, 'hr') || hasClass(node, 'graf--kicker')) return []
      if (hasClass(node, 'graf--title') || (text !== '' && text === title)) return []
      if (hasClass(node, 'graf--subtitle') && text === subtitle) return []
      isHead = false
      if (!isElement(node, 'figure')) return [node]
      const [image] = findAll(node, (element) => getProperty(element, 'dataIsFeatured') === 'true')
      if (image === undefined) return [node]
      const [caption] = findAll(node, ({ tagName }) => tagName === 'figcaption')
      picture = {
        src: getProperty(image, 'src'),
        alt: getProperty(image, 'alt'),
        caption: caption === undefined ? '' : toPlainText(caption),
      }
      return []
    })
  return { children: strip(children), picture }
}

/** `https://medium.com/@ada/chain-ferry-0123456789ab`, `2019-05-01_Chain-ferry-0123456789ab.html` → `chain-ferry`. */
function toSlug(address: string, fileName: string): string {
  const last = URL.parse(address)
    ?.pathname.split('/')
    .findLast((part) => part !== '')
  // A draft's address is its id alone.
  const named = last === undefined || /^[0-9a-f]{10,12}$/.test(last) ? undefined : last
  const name = named ?? fileName.replace(/^(?:draft|\d{4}-\d{2}-\d{2})_/, '').replace(/\.html$/, '')
  return name.replace(/-{1,3}[0-9a-f]{10,12}$/, '').toLowerCase()
}

/** Addresses below medium.com are not the paper's to answer. */
function toAliases(address: string): string[] {
  const url = URL.parse(address)
  return url === null || /(?:^|\.)medium\.com$/.test(url.hostname) ? [] : [url.pathname]
}
