import type { Site } from '#lib/config/site.ts'
import { siteSchema } from '#lib/config/site.ts'
import type { Post } from '#lib/content/post.ts'

export const SITE: Site = siteSchema.parse({
  name: 'The Packet',
  tagline: 'News of the quay',
  language: 'en-GB',
  timeZone: 'Europe/London',
})

/** A story with everything a story may have; a test says what is different in its own. */
export function makePost(changes: Partial<Post> = {}): Post {
  return {
    slug: 'chain-ferry',
    title: 'Chain ferry returns',
    description: 'After 77 days.',
    standfirst: 'After 77 days, with a new chain.',
    body: 'The ferry is back.',
    bodyLine: 5,
    published: '2026-11-22T07:30:00Z',
    updated: null,
    expires: null,
    draft: false,
    crawling: 'all',
    weight: null,
    breakingUntil: null,
    section: { slug: 'harbour', name: 'Harbour' },
    tags: [{ slug: 'ferry', name: 'ferry' }],
    authors: [{ slug: 'ada-quill', name: 'Ada Quill' }],
    image: {
      src: '/media/ferry.jpg',
      alt: 'A ferry',
      caption: 'Mid-river.',
      credit: 'B. Lens',
      focalPoint: null,
    },
    language: 'en-GB',
    direction: 'ltr',
    canonical: null,
    aliases: [],
    corrections: [],
    translations: [],
    type: 'news',
    coverage: null,
    access: 'free',
    wordCount: 4,
    readingMinutes: 3,
    sourceFile: 'posts/2026/chain-ferry.md',
    contentHash: 'a'.repeat(64),
    extra: {},
    ...changes,
  }
}
