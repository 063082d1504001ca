import { isLeftover, isSystemFolder } from './foreign-files.ts'
import { MARKDOWN_FILE } from './markdown-file.ts'

/** `root`: a file that is served as it is, at the top of the site. */
export type ContentKind = 'post' | 'page' | 'author' | 'site' | 'root'

/** What a file is, by where it lies. Null for what is none of ours: hidden files, editors' leavings, Hugo's `_index.md`. */
export function getContentKind(file: string): ContentKind | null {
  if (file === 'site.yaml') return 'site'
  if (file.startsWith('root/')) return isPassedOver(file) || isLeftover(toName(file)) ? null : 'root'
  const [room, ...rest] = file.split('/')
  const name = rest.at(-1)
  if (name === undefined || !MARKDOWN_FILE.test(name) || rest.some(isHiddenName) || isSectionIndex(name))
    return null
  if (rest.slice(0, -1).some(isSystemFolder) || isLeftover(name)) return null
  if (room === 'posts') return 'post'
  if (room === 'pages') return 'page'
  return room === 'authors' ? 'author' : null
}

export function isHiddenName(name: string): boolean {
  return name.startsWith('.') || name.endsWith('~')
}

/** Whether a name in a folder of the content folder ('' for that itself) is hidden: `root/.well-known` is not. */
export function isHiddenIn(folder: string, name: string): boolean {
  return isHiddenName(name) && !(folder === 'root' && name === '.well-known')
}

/** Whether a path lies in a folder of the system or of a tool, or is hidden. */
export function isPassedOver(file: string): boolean {
  const parts = file.split('/')
  const isHidden = (name: string, at: number) => isHiddenIn(at === 1 ? (parts[0] ?? '') : '', name)
  return parts.some(isHidden) || parts.slice(0, -1).some(isSystemFolder)
}

function toName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1)
}

function isSectionIndex(name: string): boolean {
  return /^_index\./i.test(name)
}
