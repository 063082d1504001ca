/** An item of a WordPress export as a test describes it; what is left out is as WordPress writes a plain post. */
export type WxrItemSpec = {
  id?: number
  type?: string
  status?: string
  title?: string
  slug?: string
  date?: string
  gmt?: string
  modified?: string
  link?: string
  guid?: string
  creator?: string
  content?: string
  excerpt?: string
  password?: string
  sticky?: boolean
  parent?: number
  attachment?: string
  terms?: [domain: string, slug: string, name: string][]
  meta?: [key: string, value: string][]
  comments?: number
}

export const OLD_SITE = 'https://old.example'

export function renderWxr(items: readonly (WxrItemSpec | string)[], head = ''): string {
  const rendered = items.map((item) => (typeof item === 'string' ? item : renderItem(item)))
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.8" -->
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
	<title>The Old Packet</title>
	<link>${OLD_SITE}</link>
	<language>en-GB</language>
	<wp:wxr_version>1.2</wp:wxr_version>
	<wp:base_site_url>${OLD_SITE}</wp:base_site_url>
	<wp:base_blog_url>${OLD_SITE}</wp:base_blog_url>
	<wp:author><wp:author_login><![CDATA[ada]]></wp:author_login><wp:author_display_name><![CDATA[Ada Quill]]></wp:author_display_name></wp:author>
	<wp:author><wp:author_login><![CDATA[bo]]></wp:author_login><wp:author_display_name><![CDATA[]]></wp:author_display_name><wp:author_first_name><![CDATA[Bo]]></wp:author_first_name><wp:author_last_name><![CDATA[Staithe]]></wp:author_last_name></wp:author>
	<wp:category><wp:term_id>7</wp:term_id><wp:category_nicename>sport</wp:category_nicename><wp:cat_name><![CDATA[Sport &amp; Games]]></wp:cat_name></wp:category>
	${head}
${rendered.join('\n')}
</channel>
</rss>
`
}

function renderItem(item: WxrItemSpec): string {
  const id = item.id ?? 1
  const date = item.date ?? '2014-06-30 22:00:25'
  const slug = item.slug ?? `story-${id}`
  const link = item.link ?? `${OLD_SITE}/${date.slice(0, 10).replaceAll('-', '/')}/${slug}/`
  const terms = (item.terms ?? []).map(
    ([domain, nicename, name]) =>
      `<category domain="${domain}" nicename="${nicename}">${toData(name)}</category>`,
  )
  const meta = (item.meta ?? []).map(
    ([key, value]) =>
      `<wp:postmeta><wp:meta_key>${toData(key)}</wp:meta_key><wp:meta_value>${toData(value)}</wp:meta_value></wp:postmeta>`,
  )
  const comments = Array.from(
    { length: item.comments ?? 0 },
    (_, number) =>
      `<wp:comment><wp:comment_id>${number}</wp:comment_id><wp:comment_content>${toData('<title>no title of ours</title>')}</wp:comment_content></wp:comment>`,
  )
  return `	<item>
		<title>${toData(item.title ?? `Story ${id}`)}</title>
		<link>${link.replaceAll('&', '&amp;')}</link>
		<pubDate>Mon, 30 Jun 2014 21:00:25 +0000</pubDate>
		<dc:creator>${toData(item.creator ?? 'ada')}</dc:creator>
		<guid isPermaLink="false">${(item.guid ?? `${OLD_SITE}/?p=${id}`).replaceAll('&', '&amp;')}</guid>
		<description></description>
		<content:encoded>${toData(item.content ?? 'The chain arrived.')}</content:encoded>
		<excerpt:encoded>${toData(item.excerpt ?? '')}</excerpt:encoded>
		<wp:post_id>${id}</wp:post_id>
		<wp:post_date>${toData(date)}</wp:post_date>
		<wp:post_date_gmt>${toData(item.gmt ?? '2014-06-30 21:00:25')}</wp:post_date_gmt>
		<wp:post_modified_gmt>${toData(item.modified ?? '2014-06-30 21:00:25')}</wp:post_modified_gmt>
		<wp:post_name>${toData(slug)}</wp:post_name>
		<wp:status>${toData(item.status ?? 'publish')}</wp:status>
		<wp:post_parent>${item.parent ?? 0}</wp:post_parent>
		<wp:post_type>${toData(item.type ?? 'post')}</wp:post_type>
		<wp:post_password>${toData(item.password ?? '')}</wp:post_password>
		<wp:is_sticky>${item.sticky === true ? 1 : 0}</wp:is_sticky>
		${item.attachment === undefined ? '' : `<wp:attachment_url>${toData(item.attachment)}</wp:attachment_url>`}
		${[...terms, ...meta, ...comments].join('\n\t\t')}
	</item>`
}

/** As WordPress does it: a section of text that holds `]]>` is parted there. */
function toData(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

export const THREE_STORIES: readonly WxrItemSpec[] = [
  { id: 1, slug: 'one' },
  { id: 2, slug: 'two' },
  { id: 3, slug: 'three' },
]
