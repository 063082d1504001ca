import type { MarkdownContext } from '../rendering.ts'
import { resolveContentPath } from './content-path.ts'

const MARKDOWN_FILE = /\.(?:md|markdown|mdown)$/i

/** Whether a path names a Markdown file. */
export function isMarkdownFile(path: string): boolean {
  return MARKDOWN_FILE.test(path)
}

/**
 * The URL of the content file a writer means by `path`, or null: beside this file, below `posts/`, or below the content
 * folder, with or without its extension. Jekyll's `_posts/` is `posts/`.
 */
export function findContentUrl(
  path: string,
  context: Pick<MarkdownContext, 'sourceFile' | 'resolveFile'>,
): string | null {
  const bare = path.replace(/^\/?_posts\//, '/posts/').replace(/(?:\/|\.html?)$/i, '')
  const names = isMarkdownFile(bare) ? [bare] : [`${bare}.md`, `${bare}/index.md`]
  for (const name of names) {
    for (const file of listCandidates(name, context.sourceFile)) {
      const url = file === null ? null : context.resolveFile(file)
      if (url !== null) return url
    }
  }
  return null
}

function listCandidates(name: string, sourceFile: string): (string | null)[] {
  const fromRoot = resolveContentPath(name, '')
  const belowPosts = resolveContentPath(name, 'posts/')
  return name.startsWith('/')
    ? [fromRoot, belowPosts]
    : [resolveContentPath(name, sourceFile), belowPosts, fromRoot]
}
