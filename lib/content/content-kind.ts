export type ContentKind = 'post' | 'page' | 'author' | 'site'

const MARKDOWN_FILE = /\.(?:md|markdown|mdown)$/i

/** What a file is, by where it lies. Null for what is none of ours: hidden files, editors' leavings, Hugo's `_index.md`. */
export function getContentKind(file: string): ContentKind | null {
  if (file === 'site.yaml') return 'site'
  const [room, ...rest] = file.split('/')
  const name = rest.at(-1)
  if (name === undefined || !MARKDOWN_FILE.test(name) || rest.some(isHiddenName) || isSectionIndex(name))
    return null
  if (room === 'posts') return 'post'
  if (room === 'pages') return 'page'
  return room === 'authors' ? 'author' : null
}

function isSectionIndex(name: string): boolean {
  return /^_index\./i.test(name)
}

export function isHiddenName(name: string): boolean {
  return name.startsWith('.') || name.endsWith('~')
}
