import { toIsoInstant } from '#lib/time/iso-instant.ts'
import { escapeHtml } from '../html/escape.ts'
import { toWords } from '../html/to-words.ts'
import { EMPTY_STORY, type Story, type StoryBody, toHtmlBody } from '../story.ts'
import { toUpdated } from '../to-day.ts'
import { getText, type Payload } from './cards.ts'
import { renderLexical } from './lexical.ts'
import { renderMobiledoc } from './mobiledoc.ts'
import { type GhostRelations, toId } from './relations.ts'

const PUBLIC_STATUS = new Set(['published', 'scheduled'])

/** A row of `posts` → a story, and what of it is not carried over. `home` stands for `__GHOST_URL__`. */
export function toStory(
  row: Payload,
  relations: GhostRelations,
  home: string,
): { story: Story; notes: string[] } {
  const notes = new Set<string>()
  const id = toId(row.id)
  const meta = relations.getMeta(id)
  const isPage = row.type === 'page' || row.page === true || row.page === 1
  const published = toInstant(row.published_at) ?? toInstant(row.created_at)
  const tags = relations.listTags(id)
  const [section = '', ...others] = tags.filter(({ isInternal }) => !isInternal).map(({ name }) => name)
  const picture = resolve(getText(row, 'feature_image', 'image'), home)
  const slug = getText(row, 'slug')
  const story: Story = {
    ...EMPTY_STORY,
    room: isPage ? 'pages' : 'posts',
    slug,
    title: getText(row, 'title').replace(/\s+/g, ' ').trim(),
    day: isPage || published === null ? null : toDay(published, relations.timeZone),
    published: isPage ? null : published,
    updated: isPage ? null : toUpdated(toInstant(row.updated_at), published),
    isDraft: !isPublic(row, meta),
    isHiddenFromSearch: NOINDEX.test(getText(row, 'codeinjection_head')),
    isFeatured: row.featured === true || row.featured === 1,
    description: toWords(
      getText(row, 'custom_excerpt') || getText(meta, 'meta_description') || getText(row, 'meta_description'),
    ),
    authors: isPage ? [] : relations.listAuthors(id, toId(row.author_id)),
    section: isPage ? '' : section,
    tags: isPage ? [] : others,
    picture: picture === '' || isPictureHidden(row) ? null : toPicture(picture, meta),
    aliases: slug === '' ? [] : [`/${slug}/`],
    canonical: /^https?:\/\//.test(getText(row, 'canonical_url'))
      ? resolve(getText(row, 'canonical_url'), home)
      : '',
    language: getText(row, 'locale'),
    body: toBody(row, home, notes),
  }
  const hidden = tags.filter(({ isInternal }) => isInternal).map(({ name }) => name)
  return { story, notes: [...notes, ...listNotes(row, meta, hidden)] }
}

/** `<meta name="robots" content="noindex">`: Ghost has no other way to say so. */
const NOINDEX = /<meta\b[^<>]{0,200}\bnoindex\b/i

function toPicture(src: string, meta: Payload): Story['picture'] {
  return {
    src,
    alt: toWords(getText(meta, 'feature_image_alt')),
    caption: toWords(getText(meta, 'feature_image_caption')),
  }
}

/** Pages may go without what their front matter names. */
function isPictureHidden({ show_title_and_feature_image: isShown }: Payload): boolean {
  return isShown === false || isShown === 0
}

function isPublic(row: Payload, meta: Payload): boolean {
  const isForAll = getText(row, 'visibility') === '' || row.visibility === 'public'
  const isOnlyMail = meta.email_only === true || meta.email_only === 1
  return PUBLIC_STATUS.has(getText(row, 'status') || 'draft') && isForAll && !isOnlyMail
}

/** Lexical is what Ghost's editor holds now, Mobiledoc what it held before, HTML what it made of either. */
function toBody(row: Payload, home: string, notes: Set<string>): StoryBody {
  const sources = [
    ['lexical', renderLexical],
    ['mobiledoc', renderMobiledoc],
  ] as const
  for (const [name, render] of sources) {
    const json = getText(row, name)
    if (json === '') continue
    try {
      const rendered = render(json, notes)
      if (rendered !== '') return toHtmlBody(resolve(rendered, home))
    } catch (error) {
      notes.add(
        `its ${name} document cannot be read: ${Error.isError(error) ? error.message : String(error)}`,
      )
    }
  }
  const markdown = getText(row, 'markdown')
  const html = getText(row, 'html')
  if (html === '' && markdown !== '') return { ...toHtmlBody(resolve(markdown, home)), format: 'markdown' }
  if (html !== '') return toHtmlBody(resolve(html, home))
  return { ...toHtmlBody(escapeHtml(getText(row, 'plaintext'))), lineBreaks: 'paragraphs' }
}

function resolve(text: string, home: string): string {
  return text.replaceAll('__GHOST_URL__', home)
}

/** `2022-01-31T12:00:00.000Z`, `2022-01-31 12:00:00` (which is UTC), or milliseconds. */
function toInstant(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  const written = typeof value === 'number' ? value : String(value)
  const isBare = typeof written === 'string' && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(written)
  const date = new Date(isBare ? `${written.replace(' ', 'T')}Z` : written)
  return Number.isNaN(date.getTime()) ? null : toIsoInstant(date.getTime())
}

function toDay(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(instant))
}

function listNotes(row: Payload, meta: Payload, hidden: string[]): string[] {
  const status = getText(row, 'status') || 'draft'
  const visibility = getText(row, 'visibility')
  const code = ['codeinjection_head', 'codeinjection_foot'].filter((name) => getText(row, name).trim() !== '')
  return [
    ...(PUBLIC_STATUS.has(status) ? [] : [`its status was "${status}": it is a draft`]),
    ...(visibility === '' || visibility === 'public'
      ? []
      : [`only "${visibility}" could read it: it is a draft`]),
    ...(meta.email_only === true || meta.email_only === 1
      ? ['it was only sent as a newsletter: it is a draft']
      : []),
    ...(hidden.length === 0 ? [] : [`internal tags were left out: ${hidden.join(', ')}`]),
    ...(code.length === 0 ? [] : [`code put into its page was left out: ${code.join(', ')}`]),
    ...(getText(row, 'custom_template') === ''
      ? []
      : [`its template was left out: ${getText(row, 'custom_template')}`]),
    ...(getText(row, 'title') === '' ? ['it has no title'] : []),
  ]
}
