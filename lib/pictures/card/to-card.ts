import { getFace } from '#lib/config/custom-faces.ts'
import { getTone } from '#lib/config/palette.ts'
import type { Site } from '#lib/config/site.ts'
import type { PostSummary } from '#lib/content/post.ts'
import { findHeadlineFont } from '#lib/fonts/face-css.ts'
import type { Card } from './render-card.ts'

/** What of the paper's settings is on a card. */
export type CardSite = Pick<Site, 'name' | 'theme' | 'faces'>

export type CardStory = Pick<PostSummary, 'title' | 'section' | 'language' | 'direction'>

/** The card of a story, in the colours of its paper by daylight. */
export function toCard(story: CardStory, site: CardSite): Card {
  const { name, theme } = site
  const display = getFace(site, 'display')
  const font = typeof display === 'string' ? undefined : findHeadlineFont(display)
  const { title, section, language, direction } = story
  const pick = (colour: keyof Card['colours']) => getTone(theme.colours, colour).light
  const own = section === null ? undefined : theme.sections[section.slug]
  return {
    headline: title,
    section: section?.name ?? '',
    paper: name,
    language,
    direction,
    colours: {
      paper: pick('paper'),
      ink: pick('ink'),
      accent: own?.light ?? pick('accent'),
      tint: pick('tint'),
    },
    face: display === 'serif' || display === 'sans' ? 'plain' : 'display',
    ...(font === undefined ? {} : { font: font.hash }),
  }
}
