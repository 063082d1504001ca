import { parsePublicity } from '#lib/content/publicity/publicity.ts'

/** What the keys of a story say of who may see it, days it comes down at apart, and whether something is said to its writer. */
export function readPublicity(values: Record<string, unknown>, path = 'posts/a.md') {
  const { value, diagnostics } = parsePublicity(values, path, 'UTC')
  const { draft, gates, crawling } = value
  return { draft, gates, crawling, warned: diagnostics.length > 0 }
}

/** A draft, and nothing is said; a draft with a warning; public; public with a warning. */
export const plain = { draft: true, gates: [], crawling: 'all', warned: false }
export const held = { ...plain, warned: true }
export const open = { ...plain, draft: false }
export const warned = { ...open, warned: true }
