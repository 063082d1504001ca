import { z } from 'zod'

/** What stands for a part of an old address, as Jekyll, Hugo and Hexo call it. */
export const PERMALINK_TOKENS = [
  ...([
    'year',
    'short_year',
    'month',
    'i_month',
    'short_month',
    'long_month',
    'day',
    'i_day',
    'short_day',
  ] as const),
  ...(['long_day', 'y_day', 'w_day', 'week', 'hour', 'minute', 'second', 'timestamp', 'collection'] as const),
  ...(['title', 'slug', 'filename', 'name', 'abbrlink', 'id'] as const),
  ...(['categories', 'category', 'section', 'sections', 'author', 'lang'] as const),
] as const

export type PermalinkToken = (typeof PERMALINK_TOKENS)[number]

/** Other names of the same. */
const SYNONYMS: Record<string, PermalinkToken> = {
  contentbasename: 'filename',
  lang_code: 'lang',
  language: 'lang',
  locale: 'lang',
  basename: 'filename',
  monthname: 'long_month',
  path: 'filename',
  post_asset_folder: 'filename',
  section_slug: 'section',
  sectionslug: 'section',
  sectionslugs: 'sections',
  slugified_categories: 'categories',
  w: 'week',
  weekday: 'w_day',
  weekdayname: 'long_day',
  yearday: 'y_day',
  n_day: 'i_day',
  n_month: 'i_month',
  post_id: 'id',
  post_title: 'name',
  slugorcontentbasename: 'slug',
  slugorfilename: 'slug',
}

/** WordPress writes `%postname%`. */
const WORDPRESS: Record<string, PermalinkToken> = {
  author: 'author',
  category: 'categories',
  day: 'day',
  hour: 'hour',
  minute: 'minute',
  monthnum: 'month',
  post_id: 'id',
  postname: 'slug',
  second: 'second',
  year: 'year',
}

const TOKEN = /:([a-z_]+)/g
const NAMES = new Set<PermalinkToken>(['title', 'slug', 'filename', 'name', 'abbrlink', 'id'])
const ALL = new Set<string>(PERMALINK_TOKENS)

/** A pattern of the addresses that stories had before: `/:year/:month/:title/`. */
export const permalinkSchema = z
  .string()
  .max(200)
  .overwrite(toOwnTokens)
  .startsWith('/')
  .refine((pattern) => listTokens(pattern).some((token) => NAMES.has(token)), {
    message:
      'must have :title, :slug, :filename, :abbrlink or :id in it: without, every story would have the same address',
  })
  .refine((pattern) => Array.from(pattern.matchAll(TOKEN)).every(([, token = '']) => ALL.has(token)), {
    message: `may have these: ${PERMALINK_TOKENS.map((token) => `:${token}`).join(' ')}`,
  })

/** The tokens of a pattern, in its order. */
export function listTokens(pattern: string): PermalinkToken[] {
  return Array.from(pattern.matchAll(TOKEN), ([, token = '']) => token).filter(isToken)
}

/** The pattern with its tokens replaced. */
export function fillTokens(pattern: string, fill: (token: PermalinkToken) => string): string {
  return pattern.replace(TOKEN, (whole, token: string) => (isToken(token) ? fill(token) : whole))
}

/** Layouts of Hugo's in Go's way to write a date: `/:2006/:01/:02/`. */
const GO: Record<string, PermalinkToken> = {
  '2006': 'year',
  '06': 'short_year',
  '01': 'month',
  '1': 'i_month',
  Jan: 'short_month',
  January: 'long_month',
  '02': 'day',
  '2': 'i_day',
  '15': 'hour',
  '04': 'minute',
  '05': 'second',
}

function toOwnTokens(pattern: string): string {
  return pattern
    .replace(/:(2006|06|01|1|January|Jan|02|2|15|04|05)(?![\w])/g, (whole, layout: string) =>
      Object.hasOwn(GO, layout) ? `:${GO[layout]}` : whole,
    )
    .replace(/:output_ext$/, '.html')
    .replace(/(:sections)\[[\w:]{0,20}\]/g, '$1')
    .replace(/%([a-z_]+)%/g, (whole, tag: string) =>
      Object.hasOwn(WORDPRESS, tag) ? `:${WORDPRESS[tag]}` : whole,
    )
    .replace(TOKEN, (whole, token: string) =>
      Object.hasOwn(SYNONYMS, token) ? `:${SYNONYMS[token]}` : whole,
    )
}

function isToken(token: string): token is PermalinkToken {
  return ALL.has(token)
}
