import type { Index } from '#lib/index/index-state.ts'
import { resolveMediaUrl } from '#lib/markdown/urls/media-url.ts'
import { parsePicturePath } from '#lib/pictures/derive/picture-key.ts'
import { hasPictureKey } from '#lib/pictures/registry/pictures.ts'
import type { StoryRow, TermRow } from '#lib/queries/sitemap-rows.ts'
import { toListPath, toPostPath } from '#lib/routes/paths.ts'
import { toPreviewImage } from '#lib/seo/preview-image.ts'
import type { XmlNode } from '#lib/text/xml.ts'
import { toIsoInstant } from '#lib/time/iso-instant.ts'
import type { TermKind } from './sitemap-parts.ts'

/** The protocol's limit for an address, kept here as it is written in XML. @see https://www.sitemaps.org/protocol.html */
const MAX_ADDRESS = 2_048

/** Google reads Chinese by script, other languages by their two or three letters. */
const CHINESE = { Hans: 'zh-cn', Hant: 'zh-tw' } as const

/** A story as the sitemap of stories lists it; null for one whose own address is elsewhere. */
export function toStoryUrl(row: StoryRow, index: Index, siteUrl: string): XmlNode | null {
  const loc = toLocation(row, siteUrl)
  if (loc === null) return null
  const image = toImageAddress(row, index, siteUrl)
  return {
    loc,
    lastmod: toIsoInstant(row.modified),
    ...(image === null ? {} : { 'image:image': { 'image:loc': image } }),
  }
}

/** A story as the news sitemap lists it: with the moment it was first published. */
export function toNewsUrl(row: StoryRow, paper: string, siteUrl: string): XmlNode | null {
  const loc = toLocation(row, siteUrl)
  if (loc === null) return null
  return {
    loc,
    'news:news': {
      'news:publication': { 'news:name': paper, 'news:language': toNewsLanguage(row.language) },
      'news:publication_date': toIsoInstant(row.published),
      'news:title': row.title,
    },
  }
}

/** The page of a section, tag or author; it changes when a story joins it. */
export function toTermUrl(kind: TermKind, { slug, newest }: TermRow, siteUrl: string): XmlNode {
  return { loc: siteUrl + toListPath({ kind, slug }), lastmod: toIsoInstant(newest) }
}

function toLocation({ slug, canonical }: StoryRow, siteUrl: string): string | null {
  const loc = siteUrl + toPostPath(slug)
  return canonical === null || canonical === loc ? loc : null
}

function toImageAddress(row: StoryRow, index: Index, siteUrl: string): string | null {
  const url = getImageUrl(row, index)
  const address = url === null ? null : new URL(url, siteUrl).href
  return address === null || countWritten(address) > MAX_ADDRESS ? null : address
}

/** Nothing is looked at for a sitemap: a crop no page has named yet is at no address, and its original stands for it. */
function getImageUrl({ image, sourceFile }: StoryRow, index: Index): string | null {
  const preview = toPreviewImage(image, sourceFile)
  if (image === null || preview === null) return null
  const key = parsePicturePath(preview.url)?.key
  const isServed = key === undefined || hasPictureKey(index, key)
  return isServed ? preview.url : resolveMediaUrl(image.src, sourceFile)
}

/** Characters of an address as XML writes it: `&` takes five. */
function countWritten(address: string): number {
  return address.length + 5 * (address.match(/[&'"<>]/g)?.length ?? 0)
}

function toNewsLanguage(language: string): string {
  const { language: code, script } = new Intl.Locale(language).maximize()
  if (code === 'zh') return script === 'Hant' ? CHINESE.Hant : CHINESE.Hans
  return code
}
