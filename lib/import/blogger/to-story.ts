import { escapeHtml } from '../html/escape.ts'
import { toWords } from '../html/to-words.ts'
import { EMPTY_STORY, type Story, toHtmlBody } from '../story.ts'
import { toDay, toInstant, toUpdated } from '../to-day.ts'
import type { BloggerEntry } from './read-entry.ts'

const PUBLIC_STATUS = new Set(['live', 'scheduled'])

/** A post or page of Blogger's → a story. Its first label is the section, as Blogger's own lists have it. */
export function toStory(entry: BloggerEntry, origin: string | null): { story: Story; notes: string[] } {
  const isPage = entry.kind === 'page'
  const published = toInstant(entry.published)
  const path = URL.parse(entry.address, origin ?? 'https://site.invalid/')?.pathname ?? ''
  const hasAddress = entry.address !== '' && path !== '/'
  const isDraft = !PUBLIC_STATUS.has(entry.status)
  const [section = '', ...tags] = entry.labels
  const story: Story = {
    ...EMPTY_STORY,
    room: isPage ? 'pages' : 'posts',
    slug: hasAddress ? (path.split('/').at(-1) ?? '').replace(/\.html?$/, '') : '',
    title: toWords(entry.title),
    day: isPage ? null : toDay(entry.published),
    published: isPage ? null : published,
    updated: isPage ? null : toUpdated(toInstant(entry.updated), published),
    isDraft,
    description: toWords(entry.description),
    authors: isPage ? [] : entry.authors.map(toWords).filter((name) => name !== '' && name !== 'Unknown'),
    section: isPage ? '' : section,
    tags: isPage ? [] : tags,
    aliases: hasAddress ? [path] : [],
    body: entry.isHtml
      ? toHtmlBody(renderEnclosure(entry.enclosure) + entry.content)
      : { ...toHtmlBody(escapeHtml(entry.content)), lineBreaks: 'paragraphs' },
  }
  const notes = [
    ...(isDraft ? [`its status was "${entry.status}": it is a draft`] : []),
    ...(entry.title === '' ? ['it has no title'] : []),
  ]
  return { story, notes }
}

function renderEnclosure(address: string): string {
  const shown = escapeHtml(address)
  if (address === '') return ''
  return /\.(?:mp3|m4a|ogg|opus|wav)(?:[?#]|$)/i.test(address)
    ? `<audio src="${shown}" controls></audio>`
    : `<p><a href="${shown}">${shown}</a></p>`
}
