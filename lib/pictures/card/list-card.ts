import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import type { ListRef } from '#lib/routes/lists.ts'
import { getDirection } from '#lib/text/language.ts'
import { formatMonth } from '#lib/time/format-date.ts'
import type { CardStory } from './to-card.ts'

/** What of the paper stands on its cards. */
export type CardPaper = Pick<Site, 'name' | 'tagline' | 'description' | 'language' | 'theme' | 'faces'>

/** The words on the card of a list: its name, and above it what kind of list it is. `name` is '' for lists without one. */
export function toListCard(list: ListRef, name: string, site: CardPaper): CardStory {
  const labels = getLabels(site.language)
  const { language } = site
  const { title, kicker, slug } = describe()
  const section = kicker === '' ? null : { name: kicker, slug }
  return { title, section, language, direction: getDirection(language) }

  function describe(): { title: string; kicker: string; slug: string } {
    switch (list.kind) {
      case 'all':
        return { title: site.tagline || site.description || site.name, kicker: '', slug: '' }
      case 'section':
        return { title: name, kicker: labels.section, slug: list.slug }
      case 'tag':
        return { title: name, kicker: labels.topic, slug: '' }
      case 'author':
        return { title: name, kicker: labels.writer, slug: '' }
      case 'year':
        return { title: String(list.year), kicker: labels.archive, slug: '' }
      case 'month':
        return { title: formatMonth(list.year, list.month, language), kicker: labels.archive, slug: '' }
    }
  }
}

/** `section:harbour` → the list whose card it is; null for what is the name of no list, such as a story's slug. */
export function parseListName(name: string): ListRef | null {
  const at = name.indexOf(':')
  const [kind, slug] = [name.slice(0, at), name.slice(at + 1)]
  switch (kind) {
    case 'all':
      return slug === '' ? { kind } : null
    case 'section':
    case 'tag':
    case 'author':
      return slug === '' ? null : { kind, slug }
    case 'year':
      return /^\d{4}$/.test(slug) ? { kind, year: Number(slug) } : null
    case 'month': {
      const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(slug) ?? []
      return year === undefined ? null : { kind, year: Number(year), month: Number(month) }
    }
    default:
      return null
  }
}
