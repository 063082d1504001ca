import { getTone } from '#lib/config/palette.ts'
import type { Site } from '#lib/config/site.ts'
import type { PostSummary } from '#lib/content/post.ts'
import type { Card } from './draw-card.ts'

export type CardStory = Pick<PostSummary, 'title' | 'section' | 'language' | 'direction'>

/** The card of a story, in the colours of its paper by daylight. */
export function toCard(story: CardStory, { name, theme }: Pick<Site, 'name' | 'theme'>): Card {
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
      shade: pick('shade'),
    },
    face: theme.fonts.display === 'own' ? 'display' : 'plain',
  }
}
