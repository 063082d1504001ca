import { z } from 'zod'
import { findMediaType } from '#lib/http/media-types.ts'
import { escapeHtml } from '../html/escape.ts'
import { toWords } from '../html/to-words.ts'
import { EMPTY_STORY, type Story, type StoryBody, type StoryPicture } from '../story.ts'
import { getCanonical, listOldPaths } from './addresses.ts'
import { expandBlocks, hasBlocks } from './blocks.ts'
import type { OldSite } from './old-site.ts'
import { getField, type WxrItem, type WxrTerm } from './read-item.ts'
import { readRestrictions } from './restrictions.ts'
import { expandShortcodes } from './shortcodes.ts'

const PUBLIC_STATUS = new Set(['publish', 'future'])
const KNOWN_DOMAINS = new Set(['category', 'post_tag', 'tag', 'author', 'post_format', 'nav_menu'])
const footnotesSchema = z.array(z.object({ id: z.string(), content: z.string() }))

/** An item that is a post or a page → a story, and what of it is not carried over. */
export function toStory(
  item: WxrItem,
  site: OldSite,
  origin: string | null,
): { story: Story; notes: string[] } {
  const notes = new Set<string>()
  const isPage = item.type === 'page'
  const feedDate = toFeedDate(item)
  const published =
    toMoment(item.utcDate, item.localDate) ??
    toMoment(feedDate, '') ??
    toMoment(item.utcModified, item.localModified)
  const day = (item.localDate || item.utcDate || feedDate || item.localModified || item.utcModified).slice(
    0,
    10,
  )
  const { section, tags } = toFiling(item, site, notes)
  const restrictions = readRestrictions(item)
  const story: Story = {
    ...EMPTY_STORY,
    room: isPage ? 'pages' : 'posts',
    slug: item.slug,
    title: toWords(item.title),
    day: isPage || day === '' ? null : day,
    published: isPage ? null : published,
    updated: isPage ? null : toUpdated(item, published),
    expires: isPage ? null : restrictions.expires,
    isDraft: !PUBLIC_STATUS.has(item.status) || item.password !== '' || restrictions.isDraft,
    isFeatured: item.isSticky,
    isHiddenFromSearch: restrictions.isHiddenFromSearch,
    description:
      listDescriptions(item)
        .map(toWords)
        .find((words) => words !== '') ?? '',
    authors: isPage ? [] : listAuthors(item, site),
    section: isPage ? '' : section,
    tags: isPage ? [] : tags,
    picture: isPage ? null : getPicture(item, site, notes),
    aliases: listOldPaths(item, origin),
    canonical: getCanonical(item),
    body: toBody(item, site, notes),
  }
  return { story, notes: [...notes, ...restrictions.notes, ...listNotes(item)] }
}

/** The excerpt, else a subtitle of a plug-in's, else what Yoast or Rank Math tells search engines. */
function listDescriptions(item: WxrItem): string[] {
  return [item.excerpt, ...DESCRIPTIONS.map((name) => getField(item, name))]
}

const DESCRIPTIONS = [
  ...(['_subtitle', 'subtitle', 'wps_subtitle', 'kia_subtitle', '_secondary_title'] as const),
  ...(['_yoast_wpseo_metadesc', 'rank_math_description', '_aioseo_description'] as const),
]

const KNOWN_FIELDS: ReadonlySet<string> = new Set([
  ...DESCRIPTIONS,
  'footnotes',
  'rank_math_robots',
  'enclosure',
])

/** The day and time in `pubDate`, in UTC, for programs that write no other; WordPress gives drafts one of the year -1 there. */
function toFeedDate({ publicDate }: WxrItem): string {
  const time = Date.parse(publicDate)
  return Number.isNaN(time) || time <= 0 ? '' : new Date(time).toISOString().slice(0, 19).replace('T', ' ')
}

function toMoment(utc: string, local: string): string | null {
  if (utc !== '') return `${utc.replace(' ', 'T')}Z`
  return local === '' ? null : local
}

/** A change within the minute of publishing is the publishing. */
function toUpdated(item: WxrItem, published: string | null): string | null {
  const updated = toMoment(item.utcModified, item.localModified)
  if (updated === null || published === null) return null
  return Date.parse(updated) - Date.parse(published) > 60_000 ? updated : null
}

function toBody(item: WxrItem, site: OldSite, notes: Set<string>): StoryBody {
  const context = { site, itemId: item.id, notes }
  const isBlocks = hasBlocks(item.content)
  const text =
    (isBlocks ? expandBlocks(item.content, context) : expandShortcodes(item.content, context)) +
    renderEnclosures(item)
  const footnotes = readFootnotes(getField(item, 'footnotes'), notes)
  return { format: 'html', text, lineBreaks: isBlocks ? 'spaces' : 'paragraphs', footnotes }
}

/** The sound and film of a podcast, which themes show beside the text: an address, its length and its type, a line each. */
function renderEnclosures({ fields, content }: WxrItem): string {
  const addresses = (fields.get('enclosure') ?? []).map((written) => written.trim().split(/\s/, 1)[0] ?? '')
  return [...new Set(addresses)]
    .map((address) => {
      const name = content.includes(address) ? null : findPlayer(address)
      return name === null ? '' : `\n\n<${name} controls src="${escapeHtml(address)}"></${name}>`
    })
    .join('')
}

/** The element that plays what is at an address; null for anything but sound and film. */
function findPlayer(address: string): 'audio' | 'video' | null {
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  const type = findMediaType(url.pathname)?.type.split('/', 1)[0]
  return type === 'audio' || type === 'video' ? type : null
}

function readFootnotes(json: string, notes: Set<string>): StoryBody['footnotes'] {
  if (json === '') return []
  try {
    return footnotesSchema.parse(JSON.parse(json)).map(({ id, content }) => ({ id, html: content }))
  } catch {
    notes.add('its footnotes could not be read')
    return []
  }
}

/** The section is the category that Yoast or Rank Math calls the first, else the first; the others are tags. */
function toFiling(item: WxrItem, site: OldSite, notes: Set<string>): { section: string; tags: string[] } {
  const named = (domains: string[]) =>
    item.terms.filter(({ domain, slug }) => domains.includes(domain) && slug !== 'uncategorized').map(toName)
  const categories = named(['category'])
  const id = getField(item, '_yoast_wpseo_primary_category') || getField(item, 'rank_math_primary_category')
  const primary = id === '' ? null : site.getText('category', id)
  const section = categories.find((name) => name === primary) ?? categories[0] ?? ''
  for (const domain of new Set(
    item.terms.map((term) => term.domain).filter((name) => !KNOWN_DOMAINS.has(name)),
  )) {
    const terms = item.terms.filter((term) => term.domain === domain).map(toName)
    notes.add(`its terms of "${domain}" were left out: ${terms.join(', ')}`)
  }
  const others = categories.filter((name) => name !== section)
  return { section, tags: [...new Set([...named(['post_tag', 'tag']), ...others])] }
}

function toName({ name, slug }: WxrTerm): string {
  return toWords(name) || slug
}

/** Co-authors as their plug-in lists them, else the author. */
function listAuthors(item: WxrItem, site: OldSite): string[] {
  const together = item.terms.filter(({ domain }) => domain === 'author')
  const names = together.map(({ slug, name }) => site.getText('author', slug.replace(/^cap-/, '')) ?? name)
  const own = item.creator === '' ? [] : [site.getText('author', item.creator) ?? item.creator]
  return [...new Set((names.length > 0 ? names : own).map(toWords).filter((name) => name !== ''))]
}

function getPicture(item: WxrItem, site: OldSite, notes: Set<string>): StoryPicture | null {
  const id = getField(item, '_thumbnail_id')
  if (id === '' || id === '0') return null
  const found = site.getAttachment(id)
  if (found !== null) return { src: found.url, alt: found.alt, caption: toWords(found.caption) }
  notes.add(`its featured picture is not in the export: attachment ${id}`)
  return null
}

function listNotes(item: WxrItem): string[] {
  const fields = [...item.fields.keys()].filter((key) => !key.startsWith('_') && !KNOWN_FIELDS.has(key))
  return [
    ...(item.comments > 0 ? [`${item.comments} comments were left out`] : []),
    ...(item.password === '' ? [] : ['it was behind a password: it is a draft']),
    ...(PUBLIC_STATUS.has(item.status) ? [] : [`its status was "${item.status}": it is a draft`]),
    ...(item.title === '' ? ['it has no title'] : []),
    ...(fields.length === 0 ? [] : [`custom fields were left out: ${fields.slice(0, 20).join(', ')}`]),
  ]
}
