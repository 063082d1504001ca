import { readHtml } from './read-html.ts'
import { listElements, type XmlElement } from './read-xml.ts'

/**
 * What the W3C Feed Validation Service says of a feed, by the names of its messages, for all that a schema cannot say.
 *
 * @see https://validator.w3.org/feed/docs/
 */
export function listFeedFaults(root: XmlElement, url: string): string[] {
  const faults: string[] = []
  const report = (isWrong: boolean, message: string) => isWrong && faults.push(message)
  if (root.name === 'rss') checkRss(root, url, report)
  else checkAtom(root, url, report)
  checkMedia(root, report)
  return faults
}

type Report = (isWrong: boolean, message: string) => void

const CHANNEL_ELEMENTS =
  'title link description language copyright managingEditor pubDate lastBuildDate docs image ttl atom:link item snf:logo snf:darkModeLogo'
const ITEM_ELEMENTS =
  'title link guid pubDate atom:updated dc:creator category description content:encoded media:content media:thumbnail media:status dc:language dcterms:modified'
const REPEATABLE = new Set(['category', 'item', 'atom:link', 'media:content', 'media:thumbnail'])
const RELATIONS = new Set(
  'alternate first hub last license next previous related self enclosure via'.split(' '),
)

const RFC822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/
const URI = /^https?:\/\/[\w.:-]+(?:[/?#][\w\-.~!$&'()*+,;=:@/?%#[\]]*)?$/
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/
const CONTACT = /^[^\s@]+@[^\s@]+ \([^()]+\)$/
const HTML_IN_TEXT = /<\/[a-z][a-z\d]*>|&(?:#\d+|#x[\da-f]+|amp|lt|gt|quot|nbsp);/i

const texts = (element: XmlElement, name: string) =>
  element.children.filter((child) => child.name === name).map(({ text }) => text)

function checkRss(root: XmlElement, url: string, report: Report) {
  const channels = root.children.filter(({ name }) => name === 'channel')
  report(root.attributes.version !== '2.0' || channels.length !== 1, 'InvalidRSSVersion')
  for (const channel of channels) {
    checkNames(channel, CHANNEL_ELEMENTS, ['title', 'link', 'description'], report)
    const [link = ''] = texts(channel, 'link')
    report(!URI.test(link), `InvalidLink ${link}`)
    for (const value of texts(channel, 'language')) report(!LANGUAGE.test(value), `InvalidLanguage ${value}`)
    for (const value of texts(channel, 'managingEditor'))
      report(!CONTACT.test(value), `InvalidContact ${value}`)
    for (const name of ['pubDate', 'lastBuildDate']) checkRssDates(channel, name, report)
    for (const ttl of texts(channel, 'ttl')) report(!/^[1-9]\d*$/.test(ttl), `InvalidInteger ${ttl}`)
    checkRssImage(channel, report)
    const links = channel.children.filter(({ name }) => name === 'atom:link')
    checkLinks(links, report)
    checkSelf(links, url, report)
    const items = channel.children.filter(({ name }) => name === 'item')
    for (const item of items) checkItem(item, report)
    checkUnique(
      items.flatMap((item) => texts(item, 'guid')),
      report,
    )
  }
}

function checkItem(item: XmlElement, report: Report) {
  checkNames(item, ITEM_ELEMENTS, ['title', 'link', 'guid', 'pubDate'], report)
  checkRssDates(item, 'pubDate', report)
  for (const name of ['atom:updated', 'dcterms:modified'])
    for (const date of texts(item, name)) report(!isRfc3339(date), `InvalidRFC3339Date ${date}`)
  for (const link of texts(item, 'link')) report(!URI.test(link), `InvalidLink ${link}`)
  for (const { name, attributes, text } of item.children) {
    if (name === 'guid')
      report(attributes.isPermaLink === 'true' && !URI.test(text), `InvalidHttpGUID ${text}`)
    if (name === 'category' && attributes.domain !== undefined)
      report(!URI.test(attributes.domain), `InvalidURLAttribute ${attributes.domain}`)
  }
  for (const title of texts(item, 'title')) report(HTML_IN_TEXT.test(title), `ContainsHTML ${title}`)
  const names = item.children.map(({ name }) => name)
  const content = names.indexOf('content:encoded')
  report(content !== -1 && names.indexOf('description') > content, 'DescriptionAfterContent')
  for (const name of ['description', 'content:encoded'])
    for (const html of texts(item, name)) checkContent(html, report)
}

function checkNames(element: XmlElement, known: string, asked: readonly string[], report: Report) {
  const names = element.children.map(({ name }) => name)
  for (const name of asked) report(!names.includes(name), `MissingElement ${name} in ${element.name}`)
  for (const [at, name] of names.entries()) {
    report(!known.split(' ').includes(name), `UndefinedElement ${name}`)
    report(!REPEATABLE.has(name) && names.indexOf(name) !== at, `DuplicateElement ${name}`)
  }
  for (const { name, text, children, attributes } of element.children) {
    const isEmpty = text.trim() === '' && children.length === 0 && Object.keys(attributes).length === 0
    report(isEmpty, `NotBlank ${name}`)
  }
}

function checkRssDates(element: XmlElement, name: string, report: Report) {
  for (const date of texts(element, name)) {
    const instant = new Date(date)
    report(!RFC822.test(date) || instant.toUTCString() !== date, `InvalidRFC2822Date ${date}`)
    report(instant.getTime() > Date.now() + 86_400_000, `ImplausibleDate ${date}`)
  }
}

function checkRssImage(channel: XmlElement, report: Report) {
  for (const image of channel.children.filter(({ name }) => name === 'image')) {
    const [url = '', title, link] = ['url', 'title', 'link'].flatMap((name) => texts(image, name))
    report(title !== texts(channel, 'title')[0], 'ImageTitleDoesntMatch')
    report(link !== texts(channel, 'link')[0], 'ImageLinkDoesntMatch')
    report(!/\.(?:gif|jpe?g|png)$/.test(url), `ImageUrlFormat ${url}`)
  }
}

function checkAtom(feed: XmlElement, url: string, report: Report) {
  const links = feed.children.filter(({ name }) => name === 'link')
  checkLinks(links, report)
  checkSelf(links, url, report)
  const entries = feed.children.filter(({ name }) => name === 'entry')
  report(texts(feed, 'author').length === 0, 'MissingElement author')
  checkUnique(
    entries.flatMap((entry) => texts(entry, 'id')),
    report,
  )
  for (const id of listElements(feed, 'id')) report(!URI.test(id.text), `InvalidFullLink ${id.text}`)
  for (const name of ['updated', 'published'])
    for (const { text } of listElements(feed, name)) {
      report(!isRfc3339(text), `InvalidRFC3339Date ${text}`)
      report(Date.parse(text) > Date.now() + 86_400_000, `ImplausibleDate ${text}`)
    }
  for (const entry of entries) checkEntry(entry, report)
}

function checkEntry(entry: XmlElement, report: Report) {
  const links = entry.children.filter(({ name }) => name === 'link')
  checkLinks(links, report)
  report(
    links.filter(({ attributes }) => attributes.rel === 'alternate').length !== 1,
    'MissingAlternateLink',
  )
  for (const { name, attributes, text } of entry.children) {
    const isPlain = (attributes.type ?? 'text') === 'text'
    if (name === 'title' || name === 'summary')
      report(isPlain && HTML_IN_TEXT.test(text), `ContainsUndeclaredHTML ${text}`)
    if (name === 'content') checkContent(text, report)
  }
}

function checkLinks(links: readonly XmlElement[], report: Report) {
  const seen = new Set<string>()
  for (const { attributes, children, text } of links) {
    const { rel = 'alternate', type = '', href = '', hreflang = '' } = attributes
    report(!RELATIONS.has(rel), `UnregisteredAtomLinkRel ${rel}`)
    report(!URI.test(href), `InvalidURLAttribute ${href}`)
    report(type !== '' && !/^[a-z]+\/[a-z\d.+-]+$/.test(type), `InvalidMIMEAttribute ${type}`)
    report(children.length > 0 || text !== '', 'AtomLinkNotEmpty')
    report(seen.has(`${rel} ${type} ${hreflang}`), `DuplicateAtomLink ${rel}`)
    seen.add(`${rel} ${type} ${hreflang}`)
  }
}

function checkSelf(links: readonly XmlElement[], url: string, report: Report) {
  const own = links.filter(({ attributes }) => attributes.rel === 'self')
  report(own.length !== 1, 'MissingSelf')
  for (const { attributes } of own)
    report(attributes.href !== url, `SelfDoesntMatchLocation ${attributes.href}`)
}

function checkUnique(ids: readonly string[], report: Report) {
  for (const [at, id] of ids.entries()) report(ids.indexOf(id) !== at, `DuplicateValue ${id}`)
}

function checkMedia(root: XmlElement, report: Report) {
  for (const { attributes } of [
    ...listElements(root, 'media:content'),
    ...listElements(root, 'media:thumbnail'),
  ]) {
    const { url = '', width = '1', height = '1', medium = 'image', type = 'image/jpeg' } = attributes
    report(!URI.test(url), `InvalidURLAttribute ${url}`)
    report(!/^[1-9]\d*$/.test(width) || !/^[1-9]\d*$/.test(height), `InvalidInteger ${width} ${height}`)
    report(medium !== 'image' || !/^image\/[a-z+]+$/.test(type), `InvalidMIMEAttribute ${medium} ${type}`)
  }
}

const RISKY = [
  'script',
  'object',
  'embed',
  'iframe',
  'meta',
  'link',
  'style',
  'base',
  'noscript',
  'plaintext',
]

function checkContent(html: string, report: Report) {
  const page = readHtml(`<body>${html}`, 'https://none.invalid')
  for (const name of RISKY) report(page.all(name).length > 0, `SecurityRisk ${name}`)
  for (const { properties } of page.everything) {
    for (const [name, value] of Object.entries(properties)) {
      report(/^on[A-Z]/.test(name), `SecurityRiskAttr ${name}`)
      report(name === 'style', `DangerousStyleAttr ${String(value)}`)
      const isAddress = ['href', 'src', 'cite', 'poster'].includes(name)
      report(isAddress && !/^(?:https?:|mailto:|tel:)/.test(String(value)), `ContainsRelRef ${String(value)}`)
    }
  }
}

function isRfc3339(text: string): boolean {
  return RFC3339.test(text) && !Number.isNaN(Date.parse(text))
}
