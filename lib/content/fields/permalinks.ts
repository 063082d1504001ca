import path from 'node:path'
import { PERMALINK_TOKEN } from '#lib/config/permalink.ts'
import { toZonedDay } from '#lib/time/zone.ts'
import type { Post } from '../post.ts'

type NamedPost = Pick<Post, 'slug' | 'title' | 'sourceFile' | 'published' | 'section' | 'language'>

/**
 * The addresses a story had where a site made them by these patterns: `/:year/:month/:title/` → `/2014/06/ferry/`.
 * Jekyll's `:title` is the file's name and Hugo's is made of the title: a story answers at both.
 */
export function listPermalinks(post: NamedPost, patterns: readonly string[], timeZone: string): string[] {
  if (patterns.length === 0) return []
  const [year = '', month = '', day = ''] = toZonedDay(post.published, timeZone).split('-')
  const section = post.section?.slug ?? ''
  const values = new Map([
    ...([
      ['year', year],
      ['month', month],
      ['day', day],
    ] as const),
    ...([
      ['i_month', String(Number(month))],
      ['i_day', String(Number(day))],
    ] as const),
    ...([
      ['slug', post.slug],
      ['filename', path.posix.parse(post.sourceFile).name],
    ] as const),
    ...([
      ['categories', section],
      ['category', section],
      ['section', section],
    ] as const),
    ['lang', post.language.toLowerCase()],
  ])
  const paths = patterns.flatMap((pattern) =>
    [post.slug, toTitleName(post.title)].map((title) =>
      fill(pattern, new Map([...values, ['title', title]])),
    ),
  )
  return [...new Set(paths)]
}

/** A story in no section has no part for it. */
function fill(pattern: string, values: ReadonlyMap<string, string>): string {
  return pattern
    .replace(PERMALINK_TOKEN, (whole, token: string) => values.get(token) ?? whole)
    .split('/')
    .filter((part, at, parts) => part !== '' || at === 0 || at === parts.length - 1)
    .join('/')
}

/** A title as Hugo makes a name of it. */
export function toTitleName(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
