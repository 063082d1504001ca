import { getSite } from '#lib/queries/queries.ts'
import { toWordsOfPath } from '#lib/search/words-of-path.ts'
import { resolvePath } from './resolve-path.ts'

/** Where the front door leads: to a path that is rendered, under which status, or to another address for good. */
export type Resolution =
  | { kind: 'render'; path: string; status: 200 | 404 | 410 }
  | { kind: 'redirect'; path: string }

/** The page that is shown, with status 404, where nothing is. */
export const MISSING_PATH = '/_missing'

const STORY = /^\/posts\/[^/]+$/
const MARKDOWN_SUFFIX = '.md'

/**
 * The front door's decision, before any page is rendered. A story's Markdown twin, `/posts/<slug>.md`, is where its story
 * is, and the story itself for whoever would rather have that.
 *
 * @param pathname as the request has it, percent-encoded
 */
export async function resolveRequest(
  pathname: string,
  wantsMarkdown: boolean,
  now: Date,
): Promise<Resolution> {
  if (await isIndexNowKey(pathname)) return toPage('/indexnow-key')
  const isStory = STORY.test(pathname)
  const isMarkdownVersion = isStory && pathname.endsWith(MARKDOWN_SUFFIX)
  const path = isMarkdownVersion ? pathname.slice(0, -MARKDOWN_SUFFIX.length) : pathname
  const resolved = await resolvePath(path, now)
  switch (resolved.kind) {
    case 'page':
      return toPage(isMarkdownVersion || (isStory && wantsMarkdown) ? `${path}/markdown` : pathname)
    case 'moved':
      return { kind: 'redirect', path: resolved.path + (isMarkdownVersion ? MARKDOWN_SUFFIX : '') }
    case 'gone':
      return { kind: 'render', path: '/_gone', status: 410 }
    case 'missing':
      return { kind: 'render', path: toMissingPath(pathname), status: 404 }
  }
}

/** With the words of the address, which that page offers to search for. */
function toMissingPath(pathname: string): string {
  const words = toWordsOfPath(pathname)
  return words === '' ? MISSING_PATH : `${MISSING_PATH}?${new URLSearchParams({ words })}`
}

function toPage(path: string): Resolution {
  return { kind: 'render', path, status: 200 }
}

/** `/<key>.txt` proves to search engines that whoever announces a change is the paper. */
async function isIndexNowKey(pathname: string): Promise<boolean> {
  const key = /^\/([a-zA-Z0-9-]{8,128})\.txt$/.exec(pathname)?.[1]
  return key !== undefined && key === (await getSite()).indexNow?.key
}
