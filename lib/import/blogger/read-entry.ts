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
}

const KIND = 'http://schemas.google.com/g/2005#kind'
const LABEL = /^(?:http:\/\/www\.blogger\.com\/atom\/ns#|tag:blogger\.com,1999:blog-.*)$/

/** Source: https://developers.google.com/blogger (the feed's categories), and Takeout's own `blogger:` elements. */
export function readEntry(element: XmlElement): BloggerEntry {
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
    content: content?.text ?? '',
    isHtml: content?.attributes.type !== 'text',
    published: text('published') || text('blogger:created'),
    updated: text('updated'),
    authors: listChildren(element, 'author').map((author) => getChildText(author, 'name')),
    labels: categories.flatMap(({ attributes }) => toLabels(attributes)),
    address: link?.attributes.href ?? text('blogger:filename'),
    description: text('blogger:metaDescription'),
  }
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
