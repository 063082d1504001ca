import path from 'node:path'
import { fillTokens, listTokens, type PermalinkToken } from '#lib/config/permalink.ts'
import { toSlug } from '#lib/text/slug.ts'
import { formatEnglish, getDayOfYear, getWeek, getWeekday } from '#lib/time/calendar.ts'
import { toZonedClock, toZonedDay } from '#lib/time/zone.ts'
import { parseDate } from '../dates/dates.ts'
import type { PlainValues } from '../front-matter/plain-values.ts'
import { type RawValue, toText } from '../keys/raw-value.ts'
import type { Post } from '../post.ts'
import type { FileName } from './file-name.ts'

/** What of a story its address may have been made of. `categories` are names, in the writer's order. */
export type PermalinkSource = {
  post: Pick<
    Post,
    'slug' | 'title' | 'sourceFile' | 'published' | 'section' | 'tags' | 'authors' | 'language'
  >
  name: Pick<FileName, 'slug' | 'date' | 'folder'>
  /** What its front matter says of when it was begun and when it went out: programs made addresses of either. */
  dates?: readonly RawValue[]
  categories: readonly string[]
  /** Front matter under keys that are none of ours. */
  extra: PlainValues
}

/** Addresses that one pattern may give a story. */
const MAX_ADDRESSES = 24

const ID_KEYS = ['id', 'post_id', 'wordpress_id', 'wp_id', 'postId', 'cid'] as const

/**
 * The addresses a story had where a site made them by these patterns: `/:year/:month/:title/` → `/2014/06/ferry/`. Where
 * programs do not agree what a token is (Jekyll's `:title` is the file's name, Hugo's is made of the title), the story
 * has all of them.
 */
export function listPermalinks(
  source: PermalinkSource,
  patterns: readonly string[],
  timeZone: string,
): string[] {
  if (patterns.length === 0) return []
  const { post, name } = source
  const days = toUnique([
    toZonedDay(post.published, timeZone),
    name.date,
    ...listWrittenDays(source, timeZone),
  ])
  return toUnique(
    patterns.flatMap((pattern) => days.flatMap((day) => fillPattern(pattern, { day, timeZone }, source))),
  )
}

/** Each day as it was written, whatever its zone, and as the paper's clock has it. */
function listWrittenDays({ dates = [] }: PermalinkSource, timeZone: string): (string | null)[] {
  return dates.flatMap(({ value }) => {
    const { instant } = parseDate(value, timeZone)
    const written = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(toText(value).trim())?.[0] ?? null
    return instant === null ? [] : [toZonedDay(instant, timeZone), written]
  })
}

type DayInZone = { day: string; timeZone: string }

/** A story that has nothing for a name in the pattern had no such address; other parts are left out. */
function fillPattern(pattern: string, day: DayInZone, source: PermalinkSource): string[] {
  const tokens = [...new Set(listTokens(pattern))]
  const choices = tokens.reduce<ReadonlyMap<PermalinkToken, string>[]>(
    (chosen, token) =>
      chosen
        .flatMap((before) =>
          listValues(token, day, source).map((value) => new Map([...before, [token, value] as const])),
        )
        .slice(0, MAX_ADDRESSES),
    [new Map()],
  )
  return choices.map((values) => dropEmptyParts(fillTokens(pattern, (token) => values.get(token) ?? '')))
}

function dropEmptyParts(address: string): string {
  return address
    .split('/')
    .filter((part, at, parts) => part !== '' || at === 0 || at === parts.length - 1)
    .join('/')
}

function listValues(
  token: PermalinkToken,
  { day, timeZone }: DayInZone,
  { post, name, categories, extra }: PermalinkSource,
): string[] {
  const [year = '', month = '', date = ''] = day.split('-')
  const file = path.posix.parse(post.sourceFile).name
  const section = post.section?.slug
  switch (token) {
    case 'year':
      return [year]
    case 'short_year':
      return [year.slice(2)]
    case 'month':
      return [month]
    case 'i_month':
      return [String(Number(month))]
    case 'day':
      return [date]
    case 'i_day':
      return [String(Number(date))]
    case 'short_month':
      return toBothCases(formatEnglish(day, { month: 'short' }))
    case 'long_month':
      return toBothCases(formatEnglish(day, { month: 'long' }))
    case 'short_day':
      return toBothCases(formatEnglish(day, { weekday: 'short' }))
    case 'long_day':
      return toBothCases(formatEnglish(day, { weekday: 'long' }))
    case 'y_day':
      return [String(getDayOfYear(day)), String(getDayOfYear(day)).padStart(3, '0')]
    case 'w_day':
      return toUnique([String(getWeekday(day)), String(getWeekday(day) || 7)])
    case 'week':
      return [String(getWeek(day)).padStart(2, '0')]
    case 'hour':
      return [toZonedClock(post.published, timeZone).slice(0, 2)]
    case 'minute':
      return [toZonedClock(post.published, timeZone).slice(3, 5)]
    case 'second':
      return [toZonedClock(post.published, timeZone).slice(6, 8)]
    case 'timestamp':
      return [String(Date.parse(post.published) / 1000)]
    case 'collection':
      return ['posts']
    case 'title':
      return toUnique([post.slug, name.slug, ...listTitleNames(post.title)])
    case 'slug':
      return toUnique([post.slug, name.slug])
    case 'filename':
      return toUnique([file, name.slug])
    case 'name':
      return toUnique([name.slug, file, ...listTitleNames(post.title)])
    case 'abbrlink':
      return toUnique([toText(extra.abbrlink)])
    case 'id':
      return toUnique(ID_KEYS.map((key) => toText(extra[key])))
    case 'categories':
    case 'category':
      return toPresent([
        categories.map(toSlug).join('/'),
        section,
        ...listTerms(post, categories),
        categories.map(toTitleName).join('/'),
      ])
    case 'section':
      return toPresent([section, name.folder.split('/')[0]])
    case 'sections':
      return toPresent([name.folder, section])
    case 'author':
      return toPresent([post.authors[0]?.slug])
    case 'lang':
      return toUnique([post.language.toLowerCase(), post.language.split('-')[0] ?? ''])
  }
}

/** Jekyll keeps the capital of a month's name, Hugo does not. */
function toBothCases(name: string): string[] {
  return toUnique([name, name.toLowerCase()])
}

/** Which of several a program took differs; what some call categories is tags to others. */
function listTerms({ tags }: Pick<Post, 'tags'>, categories: readonly string[]): string[] {
  return [...categories.map(toSlug), ...tags.map(({ slug }) => slug)]
}

/** A part that a story may be without: an address of its own then. */
function toPresent(values: readonly (string | undefined)[]): string[] {
  const present = toUnique(values)
  return present.length === 0 ? [''] : present
}

function toUnique(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values.flatMap((value) => value || []))]
}

/** A title as programs make a name of it: with its apostrophes as hyphens, or without them. */
function listTitleNames(title: string): string[] {
  return [toTitleName(title), toTitleName(title.replace(/['’]/g, ''))]
}

/** A title as Hugo makes a name of it. */
export function toTitleName(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
