import { decodePath } from '#lib/http/decode-path.ts'

const MAX_WORDS = 8
const MAX_PATH = 400

/** The words of an address that nothing is at: `/2014/06/30/tide-tables.html` → `tide tables`; '' where it has none. */
export function toWordsOfPath(pathname: string): string {
  const path = decodePath(pathname.slice(0, MAX_PATH)) ?? ''
  const names = path.split('/').map((name) => name.replace(/\.[a-z]{2,5}$/i, ''))
  const words = names
    .flatMap((name) => name.split(/[^\p{L}\p{M}\p{N}]+/u))
    .filter((word) => /\p{L}/u.test(word))
  const telling = words.filter((word) => !FAMILIES.has(word.toLowerCase()))
  return telling.slice(-MAX_WORDS).join(' ')
}

/** What addresses here and elsewhere say of what kind a page is, and not what it is about. */
const FAMILIES = new Set([
  'posts',
  'post',
  'tags',
  'tag',
  'sections',
  'authors',
  'archive',
  'page',
  'index',
  'category',
  'author',
])
