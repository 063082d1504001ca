import type { Site } from '#lib/config/site.ts'
import type { Correction, Post } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { escapeHtml } from '#lib/text/entities.ts'
import { formatDate } from '#lib/time/format-date.ts'

type Paper = Pick<Site, 'language' | 'timeZone' | 'subscribe'>

/**
 * What stands below a story's last words and belongs to it: that the rest is for subscribers, and what was corrected.
 * HTML, as both are children of the text, where reader modes keep them.
 */
export function renderStoryEnd(
  { access, corrections }: Pick<Post, 'access' | 'corrections'>,
  site: Paper,
): string {
  return (access === 'free' ? '' : renderPaywall(site)) + renderCorrections(corrections, site)
}

function renderPaywall({ language, subscribe }: Paper): string {
  const labels = getLabels(language)
  const link =
    subscribe === undefined ? '' : ` <a href="${escapeHtml(subscribe)}">${escapeHtml(labels.subscribe)}</a>`
  return `<section class="paywall" lang="${language}"><p>${escapeHtml(labels.subscribersOnly)}${link}</p></section>`
}

function renderCorrections(corrections: readonly Correction[], site: Paper): string {
  if (corrections.length === 0) return ''
  const labels = getLabels(site.language)
  const name = corrections.length === 1 ? labels.correction : labels.corrections
  const lines = corrections.map((correction) => renderCorrection(correction, site))
  return `<section class="corrections" aria-label="${escapeHtml(name)}">${lines.join('')}</section>`
}

function renderCorrection({ date, text }: Correction, site: Paper): string {
  const { before, after } = getLabels(site.language).correctionOf
  const time = `<time datetime="${date}">${escapeHtml(formatDate(date, site))}</time>`
  return `<p><strong lang="${site.language}">${escapeHtml(before)}${time}${escapeHtml(after)}</strong> ${escapeHtml(text)}</p>`
}
