import { readFileSync } from 'node:fs'
import path from 'node:path'
import { defaultSite } from '#lib/config/site.ts'
import { type ParsedPost, parsePost } from '#lib/content/parse-post.ts'

const folder = path.join(process.cwd(), '__tests__/lib/content/fixtures')
const settings = { ...defaultSite, timeZone: 'Europe/Lisbon' }

/** Parses a real file of `fixtures/posts`, for a paper in Lisbon. */
export function parseFixture(name: string): ParsedPost {
  const file = `posts/${name}`
  return parsePost({ path: file, bytes: readFileSync(path.join(folder, file)) }, settings)
}
