import { getLabels } from '#lib/labels/get-labels.ts'
import { getDirection } from '#lib/text/language.ts'
import { renderXml, XML_DECLARATION } from '#lib/text/xml.ts'

/**
 * `/feed.xsl`: how a person who opens a feed sees it, RSS 2.0 and Atom alike, where the browser still has XSLT. Chromium
 * and Firefox are removing it; `/feed.css` shows the feed's own elements there.
 * @see https://developer.chrome.com/docs/web-platform/deprecating-xslt
 */
export function renderFeedXsl(language: string): string {
  const { feedNote, feedHome } = getLabels(language)
  return `${XML_DECLARATION}<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:atom="http://www.w3.org/2005/Atom" exclude-result-prefixes="atom">
  <xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat"/>
  <xsl:template match="/">
    <xsl:variable name="title" select="/rss/channel/title | /atom:feed/atom:title"/>
    <xsl:variable name="home" select="/rss/channel/link | /atom:feed/atom:link[@rel = 'alternate']/@href"/>
    <html lang="${language}" dir="${getDirection(language)}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="robots" content="noindex"/>
        <title><xsl:value-of select="$title"/></title>
        <link rel="stylesheet" href="/feed.css"/>
      </head>
      <body>
        <h1><xsl:value-of select="$title"/></h1>
        <p class="note">${toXslText(`${feedNote} `)}<a href="{$home}">${toXslText(feedHome)}</a></p>
        <ol>
          <xsl:apply-templates select="/rss/channel/item | /atom:feed/atom:entry"/>
        </ol>
      </body>
    </html>
  </xsl:template>
  <xsl:template match="item">
    <li>
      <h2><a href="{link}"><xsl:value-of select="title"/></a></h2>
      <p><xsl:value-of select="description"/></p>
      <time><xsl:value-of select="pubDate"/></time>
    </li>
  </xsl:template>
  <xsl:template match="atom:entry">
    <li>
      <h2><a href="{atom:link[@rel = 'alternate'][1]/@href}"><xsl:value-of select="atom:title"/></a></h2>
      <p><xsl:value-of select="atom:summary"/></p>
      <time><xsl:value-of select="atom:published"/></time>
    </li>
  </xsl:template>
</xsl:stylesheet>
`
}

function toXslText(words: string): string {
  return renderXml({ 'xsl:text': words })
}
