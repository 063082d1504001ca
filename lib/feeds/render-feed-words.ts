import { getLabels } from '#lib/labels/get-labels.ts'
import { getDirection } from '#lib/text/language.ts'

/**
 * `/feed-words.css`: what `/feed.css` cannot know of a feed that is shown without XSLT: what it says to the person who
 * opened it, and which way that is read.
 */
export function renderFeedWords(language: string): string {
  const note = JSON.stringify(getLabels(language).feedNote)
  return `rss, feed { direction: ${getDirection(language)} }\nchannel > title::after, feed > title::after { content: ${note} }\n`
}
