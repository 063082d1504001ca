import { parseAuthors } from '#lib/content/fields/bylines.ts'
import type { Post, Term } from '#lib/content/post.ts'
import type { LiveUpdate } from './live-update.ts'

/** Who wrote an update: those who signed it, else the story's writers. */
export function listUpdateAuthors(
  { by }: Pick<LiveUpdate, 'by'>,
  { authors }: Pick<Post, 'authors'>,
): readonly Term[] {
  return by === null ? authors : parseAuthors([{ key: 'by', value: by }])
}
