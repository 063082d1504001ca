import { isPassedOver } from '#lib/content/content-kind.ts'
import { explainForeign, isLeftover } from '#lib/content/foreign-files.ts'
import { MARKDOWN_FILE } from '#lib/content/markdown-file.ts'
import { findMediaType, type MediaType } from '#lib/http/media-types.ts'

/** Files beside words are served below the name of their room. */
export const ROOMS: ReadonlySet<string> = new Set(['posts', 'pages', 'authors'])

/** What is served of folders that other programs left in the content folder: nothing that may be their settings. */
const FOREIGN_KINDS = new Set<MediaType['kind']>(['picture', 'drawing', 'sound', 'film', 'document'])

/** Whether what lies at a path of the content folder may be sent to anybody. */
export function isServed(file: string): boolean {
  const [room = '', ...rest] = file.split('/')
  if (rest.length === 0 || isPassedOver(file)) return false
  if (room === 'media') return true
  if (ROOMS.has(room)) return isBesideWords(file)
  const kind = room === 'root' || room.startsWith('_') ? undefined : findMediaType(file)?.kind
  return kind !== undefined && FOREIGN_KINDS.has(kind)
}

/** `trip.md.txt` is a story too: some editors and mail programs append the ending. */
const PACKED_STORY = /\.(?:md|mdx|markdown|mdown)\./i

/** A text in another format, or an editor's backup, may hold an unpublished story. */
function isBesideWords(file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1)
  if (MARKDOWN_FILE.test(name) || PACKED_STORY.test(name) || isLeftover(name)) return false
  return explainForeign(file, () => false) === null
}
