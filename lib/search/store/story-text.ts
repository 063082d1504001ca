import type { DatabaseSync } from 'node:sqlite'
import type { Post } from '#lib/content/post.ts'
import { readStored } from '#lib/text/json.ts'
import { prepare } from './prepare.ts'

/** What the index of words takes of a story. */
export type StoryText = Pick<
  Post,
  'title' | 'standfirst' | 'authors' | 'tags' | 'section' | 'language' | 'published' | 'body'
>

/** A story as the index keeps it; null where there is none. */
export function readStoryText(database: DatabaseSync, id: number): StoryText | null {
  const row = prepare(
    database,
    'SELECT data, text FROM post LEFT JOIN body ON body.post = post.id WHERE id = ?',
  ).get(id)
  return row === undefined
    ? null
    : { ...readStored(() => JSON.parse(String(row.data))), body: String(row.text ?? '') }
}
