import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import type { LiveUpdate } from '#lib/live-blog/live-update.ts'
import { toUpdatePath } from '#lib/routes/paths.ts'
import { escapeHtml } from '#lib/text/entities.ts'
import { sha256 } from '#lib/text/hash.ts'
import { formatDateTime, formatTime, toDay } from '#lib/time/format-date.ts'

export type Paper = Pick<Site, 'language' | 'timeZone'>

/** What an update is shown in: the story's slug and the instant its coverage began. */
export type UpdateSurroundings = { slug: string; start: string; site: Paper }

/** An update as HTML, and a text that is another one when the HTML is. */
export type RenderedUpdate = { id: string; version: string; html: string }

/**
 * One update as HTML: pages are made of it, and open pages are sent it. Its time leads to its own address, and its id is
 * where links to it jump. `text` is safe HTML.
 */
export function renderUpdate(
  update: LiveUpdate,
  text: string,
  surroundings: UpdateSurroundings,
): RenderedUpdate {
  const { id, headline, isKey, isPinned } = update
  const name = isKey || isPinned ? 'live-update live-update-key' : 'live-update'
  const title = headline === '' ? '' : `<h2 class="live-headline">${escapeHtml(headline)}</h2>`
  const inner = `${renderLine(update, surroundings)}${title}<div class="prose">${text}</div>`
  const version = sha256(name + inner).slice(0, 8)
  return {
    id,
    version,
    html: `<article class="${name}" id="${id}" data-version="${version}">${inner}</article>`,
  }
}

function renderLine(update: LiveUpdate, { slug, start, site }: UpdateSurroundings): string {
  const labels = getLabels(site.language)
  const { id, at, isKey, isPinned, by, modified } = update
  const format = toDay(at, site.timeZone) === toDay(start, site.timeZone) ? formatTime : formatDateTime
  const parts = [
    `<a class="live-time" href="${escapeHtml(toUpdatePath(slug, id))}">${renderTime(at, format(at, site))}</a>`,
    isPinned ? renderMarked(labels.liveBlog.pinned) : '',
    isKey ? renderMarked(labels.liveBlog.keyEvent) : '',
    by === null ? '' : `<bdi>${escapeHtml(by)}</bdi>`,
    modified === null
      ? ''
      : `<span>${escapeHtml(labels.updated)} ${renderTime(modified, formatTime(modified, site))}</span>`,
  ]
  return `<p class="live-line" lang="${escapeHtml(site.language)}">${parts.join('')}</p>`
}

function renderMarked(words: string): string {
  return `<span class="caps">${escapeHtml(words)}</span>`
}

/** A moment as HTML: words for people, the instant for machines. */
export function renderTime(instant: string, words: string): string {
  return `<time datetime="${instant}">${escapeHtml(words)}</time>`
}
