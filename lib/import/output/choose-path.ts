import { defaultSite } from '#lib/config/site.ts'
import { parsePage } from '#lib/content/parse-page.ts'
import { toPostSlug, toSlug } from '#lib/text/slug.ts'
import { trimEndOf } from '#lib/text/trim.ts'
import type { ExportItem, Story } from '../story.ts'

/** The slug a story asks for; of one that asks for none, its title's; of one without either, its id's. */
export function toStorySlug(
  { slug, title, room }: Pick<Story, 'slug' | 'title' | 'room'>,
  item: ExportItem,
): string {
  const asked = slug.trim() === '' ? '' : toPostSlug(slug)
  const own = asked === '' || asked.startsWith('x-') ? toTitleSlug(title, item) : asked
  return room === 'pages' && isTaken(own) ? `${own}-page` : own
}

/** `posts/2014/2014-06-30-ferry.md`, `pages/about.md`; `suffix` tells stories of one name apart. */
export function toPath({ room, day }: Pick<Story, 'room' | 'day'>, slug: string, suffix: string): string {
  // A dot in a file's name begins an ending or a language.
  const stem = `${slug.replaceAll('.', '-').toLowerCase()}${suffix}`
  if (room !== 'posts' || day === null) return `${room}/${stem}.md`
  return `posts/${day.slice(0, 4)}/${day}-${stem}.md`
}

function toTitleSlug(title: string, { type, id }: ExportItem): string {
  return title.trim() === '' ? toSlug(`${type} ${id}`) : trimEndOf(toSlug(title).slice(0, 80), /-/)
}

/** Whether the site itself answers where a page of that name would be. */
function isTaken(slug: string): boolean {
  const bytes = Buffer.from('---\ntitle: Page\n---\nText\n')
  return parsePage({ path: `pages/${slug}.md`, bytes }, defaultSite).page === null
}
