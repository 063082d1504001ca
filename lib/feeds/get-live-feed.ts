import type { Site } from '#lib/config/site.ts'
import { findFirstParagraph } from '#lib/content/clean/first-paragraph.ts'
import type { Post, Term } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { joinNames } from '#lib/labels/join-names.ts'
import type { LiveUpdate } from '#lib/live-blog/live-update.ts'
import { listUpdateAuthors } from '#lib/live-blog/update-authors.ts'
import { listNewestUpdates } from '#lib/queries/live-blog/list-updates.ts'
import { renderUpdates } from '#lib/queries/live-blog/render-updates.ts'
import { getPost, getSite, getTerm } from '#lib/queries/queries.ts'
import { renderAbsoluteHtml } from '#lib/queries/render/render-text.ts'
import { mapFeedFormats } from '#lib/routes/feed-formats.ts'
import { toLiveFeedPath } from '#lib/routes/feed-paths.ts'
import { toListPath, toPostPath, toUpdatePath } from '#lib/routes/paths.ts'
import { cutText } from '#lib/text/cut-text.ts'
import { escapeHtml } from '#lib/text/entities.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { describeFeed, listCategories, toOnePage } from './get-feed.ts'

/** Updates in a live story's own feed, the newest: more than are made between two visits of a reader. */
const MAX_ENTRIES = 50

/** Characters of Markdown that a summary is taken from, and those it has. */
const MAX_SOURCE = 2_000
const MAX_SUMMARY = 300

type Surroundings = { post: Post; site: Site; siteUrl: string; now: Date }

/** The updates of a live story, each an entry, as they stand at `now`; null where there is no such story. */
export async function getLiveFeed(slug: string, siteUrl: string, now: Date): Promise<Feed | null> {
  const post = await getPost(slug, now)
  if (post === null || post.coverage === null) return null
  const site = await getSite()
  const updates = await listNewestUpdates(post.slug, MAX_ENTRIES)
  const isWhole = site.feeds.content === 'full'
  const texts = isWhole ? await renderUpdates(post, updates, now) : new Map<string, string>()
  const entries: FeedEntry[] = []
  for (const update of updates)
    entries.push(await toEntry(update, texts.get(update.id) ?? null, { post, site, siteUrl, now }))
  const urls = mapFeedFormats((format) => siteUrl + toLiveFeedPath(post.slug, format))
  const url = siteUrl + toPostPath(post.slug)
  return {
    ...describeFeed({ kind: 'all' }, '', site, siteUrl),
    title: `${post.title} — ${site.name}`,
    description: post.standfirst || post.description || post.title,
    language: post.language,
    id: url,
    homeUrl: url,
    ...toOnePage(urls, entries),
  }
}

/** `text` is the update as HTML; null where feeds have no more than the beginning. */
async function toEntry(
  update: LiveUpdate,
  text: string | null,
  { post, site, siteUrl, now }: Surroundings,
): Promise<FeedEntry> {
  const { id, at, modified, headline } = update
  const url = siteUrl + toUpdatePath(post.slug, id)
  const authors = listUpdateAuthors(update, post)
  const label = getLabels(site.language).correction
  const words = cutText(findFirstParagraph(update.text.slice(0, MAX_SOURCE).toWellFormed()), MAX_SUMMARY)
  const corrected = update.corrections.map((correction) => `${label}: ${correction}`)
  return {
    id: url,
    url,
    title: headline || words || post.title,
    summary: [words, ...corrected].filter((part) => part !== '').join(' '),
    html: text === null ? null : await toHtml(text, update, { post, label, url }),
    language: post.language,
    published: at,
    updated: modified !== null && modified > at ? modified : at,
    authors: await Promise.all(authors.map((author) => toWriter(author, url, { siteUrl, now }))),
    byline: joinNames(
      authors.map(({ name }) => name),
      site.language,
    ),
    categories: listCategories(post, siteUrl),
    image: null,
  }
}

/** Whoever signed an update and has no page of stories is at the update. */
async function toWriter(
  { name, slug }: Term,
  update: string,
  { siteUrl, now }: Pick<Surroundings, 'siteUrl' | 'now'>,
): Promise<FeedEntry['authors'][number]> {
  const isKnown = (await getTerm('author', slug, now)) !== null
  return { name, url: isKnown ? siteUrl + toListPath({ kind: 'author', slug }) : update }
}

function toHtml(
  text: string,
  { corrections }: LiveUpdate,
  { post, label, url }: { post: Post; label: string; url: string },
): Promise<string | null> {
  const corrected = corrections.map(
    (correction) => `<p><strong>${escapeHtml(label)}</strong> ${escapeHtml(correction)}</p>`,
  )
  const html = [text, ...corrected].join('')
  const whole = `<div lang="${escapeHtml(post.language)}" dir="${post.direction}">${html}</div>`
  return renderAbsoluteHtml(whole, url)
}
