import { type ContentFile, findContentFile } from '#lib/files/content-file.ts'
import type { Index } from '#lib/index/index-state.ts'
import { LIVE_POST } from '#lib/index/live.ts'
import { getPathPrefix } from '#lib/routes/paths.ts'

const MEDIA = getPathPrefix('media')

/**
 * The file of the content folder behind `/media/…` that the public may have at `now`.
 *
 * @param path percent-encoded
 */
export async function getContentFile(index: Index, path: string, now: Date): Promise<ContentFile | null> {
  const segments = path.slice(MEDIA.length).split('/').map(decodeSegment)
  const known = segments.filter((segment) => segment !== null)
  const found = known.length === segments.length ? await findContentFile(index.contentDir, known) : null
  return found !== null && isOpen(index, found.path, now) ? found : null
}

/**
 * Whether the public may have a file: not while it lies in the folder of a story that it may not see, `posts/scoop/a.pdf`
 * beside `posts/scoop/index.md` or below the name of `posts/scoop.md`. A folder with a live story is not held back.
 */
function isOpen(index: Index, file: string, now: Date): boolean {
  const [room, ...rest] = file.split('/')
  if (room !== 'posts') return true
  return rest
    .slice(0, -1)
    .map((_name, at) => ['posts', ...rest.slice(0, at + 1)].join('/'))
    .every((folder) => !isOfHiddenStory(index, folder, now))
}

/** `.` comes before `/`: from `posts/scoop.` to `posts/scoop/` are the files of that name, in whatever language. */
const STORIES = `SELECT count(*) AS files,
  count(CASE WHEN ${LIVE_POST} THEN 1 END) AS live
  FROM file LEFT JOIN post ON post.file = file.path
  WHERE (path > :folder || '.' AND path < :folder || '/')
     OR (path > :folder || '/index.' AND path < :folder || '/index/')`

function isOfHiddenStory(index: Index, folder: string, now: Date): boolean {
  const row = index.prepare(STORIES).get({ folder, now: now.getTime() })
  return Number(row?.files) > 0 && Number(row?.live) === 0
}

function decodeSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}
