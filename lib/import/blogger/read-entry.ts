import { getChildText, listChildren, type XmlElement } from '../xml/parse-element.ts'

/** An `<entry>` of a Blogger feed, backup and Takeout alike. `kind` in small letters: post, page, comment, settings … */
export type BloggerEntry = {
  id: string
  kind: string
  status: string
  isTrashed: boolean
  title: string
  content: string
  isHtml: boolean
  published: string
  updated: string
  authors: string[]
  labels: string[]
  /** Its address, or the path of it. */
  address: string
  description: string
  /** Sound or another file that went with it, as podcasts have it. */
  enclosure: string
}

const KIND = 'http://schemas.google.com/g/2005#kind'
const LABEL = /^(?:http:\/\/www\.blogger\.com\/atom\/ns#|tag:blogger\.com,1999:blog-.*)$/

/** `source` is the element as it is written. Source: https://developers.google.com/blogger (the feed's categories), and Takeout's own `blogger:` elements. */
export function readEntry(element: XmlElement, source: string): BloggerEntry {
  const text = (name: string) => getChildText(element, name)
  const categories = listChildren(element, 'category')
  const kind = categories
    .find(({ attributes }) => attributes.scheme === KIND)
    ?.attributes.term?.split('#')
    .at(-1)
  const content = element.children.find(({ name }) => name === 'content' || name === 'summary')
  const control = listChildren(element, 'app:control').map((inner) => getChildText(inner, 'app:draft'))
  const link = listChildren(element, 'link').find(({ attributes }) => attributes.rel === 'alternate')
  return {
    id: text('id').split(/[.:]/).at(-1) ?? '',
    kind: (kind ?? (text('blogger:type') || 'post')).toLowerCase(),
    status: control.includes('yes') ? 'draft' : text('blogger:status').toLowerCase() || 'live',
    isTrashed: text('blogger:trashed') !== '' || /trash/i.test(text('blogger:status')),
    title: text('title'),
    content: content?.attributes.type === 'xhtml' ? takeXhtml(source) : (content?.text ?? ''),
    isHtml: content?.attributes.type !== 'text',
    published: text('published') || text('blogger:created'),
    updated: text('updated'),
    authors: listChildren(element, 'author').map((author) => getChildText(author, 'name')),
    labels: categories.flatMap(({ attributes }) => toLabels(attributes)),
    address: link?.attributes.href ?? text('blogger:filename'),
    description: text('blogger:metaDescription'),
    enclosure:
      listChildren(element, 'link').find(({ attributes }) => attributes.rel === 'enclosure')?.attributes
        .href ?? '',
  }
}

/** Text that is part of the feed's own XML, as it stands there. */
function takeXhtml(source: string): string {
  const start = source.indexOf('>', source.indexOf('<content'))
  return source.slice(start + 1, source.lastIndexOf('</content>'))
}

/** Takeout puts all labels into one `term`, a line each. */
function toLabels({ scheme = '', term = '' }: XmlElement['attributes']): string[] {
  return LABEL.test(scheme)
    ? term
        .split('\n')
        .map((label) => label.trim())
        .filter((label) => label !== '')
    : []
}
