import { closeSync, openSync, writeSync } from 'node:fs'

const SENTENCE =
  'The harbour board met on <strong>Tuesday</strong> in the Corn Hall and heard that the <a href="https://old.example/2014/06/30/chain/">chain</a> had been greased, the slip swept and the ferry caulked, which nobody doubted and somebody asked to be minuted. '

/** A WordPress export of so many posts of 5 kB, half of them of blocks, with a picture in the library for each tenth. */
export function generateWxr(file: string, posts: number): void {
  const descriptor = openSync(file, 'w')
  writeSync(descriptor, HEAD)
  for (let number = 1; number <= posts; number += 1) {
    writeSync(descriptor, renderPost(number))
    if (number % 10 === 0) writeSync(descriptor, renderAttachment(number))
  }
  writeSync(descriptor, '</channel>\n</rss>\n')
  closeSync(descriptor)
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The Old Packet</title>
<link>https://old.example</link>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://old.example</wp:base_blog_url>
<wp:author><wp:author_login><![CDATA[ada]]></wp:author_login><wp:author_display_name><![CDATA[Ada Quill]]></wp:author_display_name></wp:author>
`

function renderPost(number: number): string {
  const minutes = number * 37
  const date = new Date(Date.UTC(2005, 0, 1) + minutes * 60_000).toISOString().slice(0, 19).replace('T', ' ')
  const day = date.slice(0, 10).replaceAll('-', '/')
  return `<item>
<title><![CDATA[Story number ${number} of the harbour & the quay]]></title>
<link>https://old.example/${day}/story-${number}/</link>
<dc:creator><![CDATA[ada]]></dc:creator>
<guid isPermaLink="false">https://old.example/?p=${number}</guid>
<content:encoded><![CDATA[${renderBody(number)}]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>${number}</wp:post_id>
<wp:post_date><![CDATA[${date}]]></wp:post_date>
<wp:post_date_gmt><![CDATA[${date}]]></wp:post_date_gmt>
<wp:post_name><![CDATA[story-${number}]]></wp:post_name>
<wp:status><![CDATA[publish]]></wp:status>
<wp:post_type><![CDATA[post]]></wp:post_type>
<category domain="category" nicename="news"><![CDATA[News]]></category>
<category domain="post_tag" nicename="ferry"><![CDATA[Ferry]]></category>
<wp:postmeta><wp:meta_key><![CDATA[_thumbnail_id]]></wp:meta_key><wp:meta_value><![CDATA[${1_000_000 + number - (number % 10)}]]></wp:meta_value></wp:postmeta>
</item>
`
}

function renderBody(number: number): string {
  const paragraph = SENTENCE.repeat(2)
  const picture = `<img src="https://old.example/wp-content/uploads/${number}.jpg" alt="The ferry" width="300" height="200" />`
  if (number % 2 === 0) {
    const text = `<!-- wp:paragraph -->\n<p>${paragraph}</p>\n<!-- /wp:paragraph -->\n\n`
    return `${text.repeat(7)}<!-- wp:image {"id":1} -->\n<figure class="wp-block-image">${picture}<figcaption>At slack water</figcaption></figure>\n<!-- /wp:image -->\n\n<!-- wp:list -->\n<ul><li>One</li><li>Two</li></ul>\n<!-- /wp:list -->`
  }
  const caption = `[caption id="a" align="left" width="300"]${picture} At slack water[/caption]`
  return `${`${paragraph}\n\n`.repeat(4)}${caption}\n\n<h2>More</h2>\n${`${paragraph}\n\n`.repeat(4)}<blockquote>Said the mate.</blockquote>`
}

function renderAttachment(number: number): string {
  return `<item>
<title>Picture ${number}</title>
<wp:post_id>${1_000_000 + number}</wp:post_id>
<wp:post_type><![CDATA[attachment]]></wp:post_type>
<wp:status><![CDATA[inherit]]></wp:status>
<wp:post_parent>${number}</wp:post_parent>
<wp:attachment_url><![CDATA[https://old.example/wp-content/uploads/lead-${number}.jpg]]></wp:attachment_url>
</item>
`
}
