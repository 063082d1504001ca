import { getChildText, listChildren, type XmlElement } from '../xml/parse-element.ts'

/** A category, tag or other term of an item: `domain` is its taxonomy. */
export type WxrTerm = { domain: string; slug: string; name: string }

/** An `<item>` of a WXR file. Dates are as written; an all-zero date is ''. */
export type WxrItem = {
  id: string
  type: string
  status: string
  title: string
  link: string
  guid: string
  slug: string
  creator: string
  content: string
  excerpt: string
  localDate: string
  utcDate: string
  utcModified: string
  localModified: string
  publicDate: string
  parent: string
  password: string
  isSticky: boolean
  attachmentUrl: string
  terms: WxrTerm[]
  /** Custom fields; of one that is there several times, all. */
  fields: Map<string, string[]>
  comments: number
}

/** Source: the WXR 1.2 that WordPress writes (`wp-admin/includes/export.php` documents its elements). */
export function readItem(element: XmlElement): WxrItem {
  const text = (name: string) => getChildText(element, name)
  return {
    id: text('wp:post_id'),
    type: text('wp:post_type') || 'post',
    status: text('wp:status') || 'publish',
    title: text('title'),
    link: text('link'),
    guid: text('guid'),
    slug: text('wp:post_name').replace(/\.html?$/i, ''),
    creator: text('dc:creator'),
    content: element.children.find(({ name }) => name === 'content:encoded')?.text ?? '',
    excerpt: text('excerpt:encoded'),
    localDate: toDate(text('wp:post_date')),
    utcDate: toDate(text('wp:post_date_gmt')),
    utcModified: toDate(text('wp:post_modified_gmt')),
    localModified: toDate(text('wp:post_modified')),
    publicDate: text('pubDate'),
    parent: text('wp:post_parent'),
    password: text('wp:post_password'),
    isSticky: text('wp:is_sticky') === '1',
    attachmentUrl: text('wp:attachment_url'),
    terms: listChildren(element, 'category').map(readTerm),
    fields: readFields(element),
    comments: element.counted.get('wp:comment') ?? 0,
  }
}

/** The first value of a custom field, '' when it is not there. */
export function getField({ fields }: Pick<WxrItem, 'fields'>, name: string): string {
  return fields.get(name)?.[0]?.trim() ?? ''
}

function readTerm({ attributes, text }: XmlElement): WxrTerm {
  const name = text.trim()
  return { domain: attributes.domain ?? 'category', slug: attributes.nicename ?? name.toLowerCase(), name }
}

function readFields(element: XmlElement): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  for (const field of listChildren(element, 'wp:postmeta')) {
    const key = getChildText(field, 'wp:meta_key')
    fields.set(key, [...(fields.get(key) ?? []), getChildText(field, 'wp:meta_value')])
  }
  return fields
}

function toDate(written: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(written)
  if (match === null || written.startsWith('0000')) return ''
  const [, day, time] = match
  return Number.isNaN(Date.parse(`${day}T${time}Z`)) ? '' : `${day} ${time}`
}
