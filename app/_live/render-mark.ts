import { getCoverageState } from '#lib/content/coverage.ts'
import type { Coverage } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { escapeHtml } from '#lib/text/entities.ts'
import { formatDateTime } from '#lib/time/format-date.ts'
import { type Paper, renderTime } from './render-update.ts'

/** Whether the story is live, is to begin, or has ended, and when its last update was made. HTML. */
export function renderMark(coverage: Coverage, site: Paper, now: Date): string {
  const labels = getLabels(site.language)
  const { latest } = coverage
  const last =
    latest === null
      ? ''
      : `<p>${escapeHtml(labels.liveBlog.latest)}: <bdi>${renderTime(latest, formatDateTime(latest, site))}</bdi></p>`
  return renderState(coverage, site, now) + last
}

function renderState(coverage: Coverage, site: Paper, now: Date): string {
  const labels = getLabels(site.language)
  switch (getCoverageState(coverage, now)) {
    case 'live':
      return `<p class="live-now caps">${escapeHtml(labels.storyTypes.live)}</p>`
    case 'ended':
      return `<p>${escapeHtml(labels.liveBlog.ended)}</p>`
    case 'ahead': {
      const { before, after } = labels.liveBlog.ahead
      const time = `<bdi>${renderTime(coverage.start, formatDateTime(coverage.start, site))}</bdi>`
      return `<p>${escapeHtml(before)}${time}${escapeHtml(after)}</p>`
    }
  }
}
