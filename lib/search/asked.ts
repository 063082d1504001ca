import { z } from 'zod'
import { toPath } from '#lib/routes/paths.ts'
import { MAX_QUERY } from './query/parse-query.ts'

/** What a search page is asked, as its address has it. */
export type Asked = {
  q: string
  page: number
  sort: 'best' | 'newest'
  section: string | null
  author: string | null
  from: string | null
  to: string | null
}

const MAX_VALUE = 100
const MAX_PAGE_NUMBER = 1_000

const paramsSchema = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.undefined()]))

/** Reads the parts of a query string. What cannot be read counts as not there. */
export function parseAsked(params: unknown): Asked {
  const parsed = paramsSchema.safeParse(params)
  const read = (name: string) => [parsed.data?.[name] ?? ''].flat()[0]?.trim() ?? ''
  const narrow = (name: string) => read(name).slice(0, MAX_VALUE) || null
  const page = /^[1-9]\d{0,5}$/.test(read('page')) ? Number(read('page')) : 1
  return {
    q: read('q').slice(0, MAX_QUERY),
    page: Math.min(page, MAX_PAGE_NUMBER),
    sort: read('sort') === 'newest' ? 'newest' : 'best',
    section: narrow('section'),
    author: narrow('author'),
    from: narrow('from'),
    to: narrow('to'),
  }
}

/** The address below `path` that asks so; parts that are as they are anyway are left out. */
export function toSearchPath(asked: Partial<Asked>, path = toPath('search')): string {
  const { q = '', section, author, from, to, sort, page = 1 } = asked
  const given = [
    ['q', q],
    ['section', section ?? ''],
    ['author', author ?? ''],
    ['from', from ?? ''],
    ['to', to ?? ''],
    ['sort', sort === 'newest' ? 'newest' : ''],
    ['page', page > 1 ? String(page) : ''],
  ].filter(([, value]) => value !== '')
  return given.length === 0
    ? path
    : `${path}?${new URLSearchParams(given.map(([name = '', value = '']) => [name, value]))}`
}
