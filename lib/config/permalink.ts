import { z } from 'zod'

/** What stands for a part of an old address, as Jekyll and Hugo call it. */
const TOKENS: readonly string[] = [
  ...['year', 'month', 'day', 'i_month', 'i_day'],
  ...['title', 'slug', 'filename', 'categories', 'category', 'section', 'lang'],
]

export const PERMALINK_TOKEN = /:([a-z_]+)/g

/** A pattern of the addresses that stories had before: `/:year/:month/:title/`. */
export const permalinkSchema = z
  .string()
  .max(200)
  .startsWith('/')
  .refine((pattern) => /:(?:title|slug|filename)/.test(pattern), {
    message: 'must have :title, :slug or :filename in it: without, every story would have the same address',
  })
  .refine(
    (pattern) =>
      Array.from(pattern.matchAll(PERMALINK_TOKEN)).every(([, token = '']) => TOKENS.includes(token)),
    { message: `may have these: ${TOKENS.map((token) => `:${token}`).join(' ')}` },
  )
