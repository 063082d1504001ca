import { ROOMS } from './served-files.ts'

/** Folders whose files other programs serve at the top of the site: Hugo, Gatsby, Astro, VitePress, Hexo; and the stories' own. */
const TOP_FOLDERS = ['static', 'public', 'source', 'assets', 'posts'] as const

/** Where Obsidian and others keep the pictures of the texts in a folder. */
const ATTACHMENTS = ['attachments', 'assets', 'images'] as const

/** Deeper paths are looked for as they are. */
const MAX_DEPTH = 12

/** Where a file that is named by the path `below` lies in the content folder, as it is written. */
export function listOwnPlaces(below: string): string[] {
  return ROOMS.has(toFirst(below)) ? [below] : [`media/${below}`, below]
}

/**
 * Where it may lie when it is not there, likeliest first, in `folders`, which the content folder has:
 *
 * - `images/a.png` in the folder another program serves at the top: `static/images/a.png`
 * - `posts/2024/images/a.png`, `blog/images/a.png`, `posts/@/images/a.png`: a path that begins at the top, or below the
 *   folder the site was in, is `images/a.png`
 * - `posts/2024/a.png` in a folder for such files: `posts/2024/attachments/a.png`, `attachments/a.png`
 */
export function listOtherPlaces(below: string, folders: ReadonlySet<string>): string[] {
  const segments = below.split('/')
  if (segments.length > MAX_DEPTH) return []
  const shortened = segments.slice(0, -1).map((_segment, at) => segments.slice(at).join('/'))
  const tops = ['media', ...TOP_FOLDERS]
  const places = [
    ...(shortened.length === 0 ? [below] : shortened).flatMap((path) => [
      path,
      ...tops.map((top) => `${top}/${path}`),
    ]),
    ...listAttachments(segments),
  ]
  return places.filter((place) => place !== below && folders.has(toFirst(place)))
}

function listAttachments(segments: readonly string[]): string[] {
  const name = segments.at(-1) ?? ''
  const folder = segments.slice(0, -1).join('/')
  if (toFirst(folder) !== 'posts') return []
  return [
    ...ATTACHMENTS.map((attachments) => `${folder}/${attachments}/${name}`),
    ...ATTACHMENTS.map((attachments) => `${attachments}/${name}`),
    `media/attachments/${name}`,
  ]
}

function toFirst(path: string): string {
  return path.split('/', 1)[0] ?? ''
}
