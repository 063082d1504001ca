import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import type { LiveUpdate } from '#lib/live-blog/live-update.ts'
import { toUpdatePath } from '#lib/routes/paths.ts'
import { escapeHtml } from '#lib/text/entities.ts'
import { sha256 } from '#lib/text/hash.ts'
import { formatDateTime, formatTime, toDay } from '#lib/time/format-date.ts'

export type Paper = Pick<Site, 'language' | 'timeZone'>

/** What an update is shown in: the story's slug and language, and the instant its coverage began. */
export type UpdateSurroundings = { slug: string; language: string; start: string; site: Paper }

/** An update as HTML, and a text that is another one when the HTML is. */
export type RenderedUpdate = { id: string; version: string; html: string }

/**
 * One update as HTML: pages are made of it, and open pages are sent it. Its time leads to its own address, and its id is
 * where links to it jump. A page has many, so its parts are styled by their places and have no names. `text` is safe HTML.
 */
export function renderUpdate(
  update: LiveUpdate,
  text: string,
  surroundings: UpdateSurroundings,
): RenderedUpdate {
  const { id, headline, isKey, isPinned } = update
  const name = isKey || isPinned ? ' class="live-key"' : ''
  const title = headline === '' ? '' : `<h2>${escapeHtml(headline)}</h2>`
  const corrections = renderCorrections(update, surroundings)
  const inner = `${renderLine(update, surroundings)}${title}<div class="prose">${text}</div>${corrections}`
  const version = sha256(name + inner).slice(0, 6)
  return { id, version, html: `<article${name} id="${id}" data-version="${version}">${inner}</article>` }
}

function renderLine(update: LiveUpdate, surroundings: UpdateSurroundings): string {
  const { slug, start, site } = surroundings
  const labels = getLabels(site.language)
  const { id, at, isKey, isPinned, by, modified } = update
  const format = (instant: string, since: string) =>
    toDay(instant, site.timeZone) === toDay(since, site.timeZone)
      ? formatTime(instant, site)
      : formatDateTime(instant, site)
  const parts = [
    `<a href="${escapeHtml(toUpdatePath(slug, id))}">${renderTime(at, format(at, start))}</a>`,
    isPinned ? renderMarked(labels.liveBlog.pinned) : '',
    isKey ? renderMarked(labels.liveBlog.keyEvent) : '',
    by === null ? '' : `<bdi>${escapeHtml(by)}</bdi>`,
    modified === null
      ? ''
      : `<span>${escapeHtml(labels.updated)} ${renderTime(modified, format(modified, at))}</span>`,
  ]
  return `<p${toLanguage(surroundings)}>${parts.join('')}</p>`
}

/** What was wrong in the update stands with it. */
function renderCorrections({ corrections }: LiveUpdate, surroundings: UpdateSurroundings): string {
  const label = escapeHtml(getLabels(surroundings.site.language).correction)
  return corrections
    .map(
      (correction) =>
        `<p class="live-corrected"><strong${toLanguage(surroundings)}>${label}</strong> ${escapeHtml(correction)}</p>`,
    )
    .join('')
}

/** Words of the paper in a story of another language say which they are in. */
function toLanguage({ language, site }: UpdateSurroundings): string {
  return language === site.language ? '' : ` lang="${escapeHtml(site.language)}"`
}

function renderMarked(words: string): string {
  return `<span class="caps">${escapeHtml(words)}</span>`
}

/** A moment as HTML: words for people, the instant for machines. */
export function renderTime(instant: string, words: string): string {
  return `<time datetime="${instant}">${escapeHtml(words)}</time>`
}
