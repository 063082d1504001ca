import { defaultSite } from '#lib/config/site.ts'
import { parsePost } from '#lib/content/parse-post.ts'

/** A story of that text in a file whose name has a day. */
export function parseStory(text: string) {
  return parsePost({ path: 'posts/2026-11-20-quay.md', bytes: Buffer.from(text) }, defaultSite)
}

/** The same, of front matter alone. */
export function parseKeys(...lines: string[]) {
  return parseStory(`---\n${lines.join('\n')}\n---\nThe quay is dry.\n`)
}
