import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { isSystemFolder } from '#lib/content/foreign-files.ts'
import { MARKDOWN_FILE } from '#lib/content/markdown-file.ts'
import { isHeldFolder } from '#lib/content/publicity/held-place.ts'
import { isCode, isMissing } from '#lib/files/path-errors.ts'

/** Where a symbolic link leads, relative to the content folder, or why it is not followed. */
export type ResolvedLink = { target: string; stat: Stats } | { refusal: string }

const ROOMS = new Set(['posts', 'pages', 'authors'])

/**
 * Follows a symbolic link, if it leads to a Markdown file or a folder inside the content folder. A folder that holds the
 * link, or that is read where it lies, is not read a second time: no link makes a circle.
 *
 * @throws the system's error, when what it leads to cannot be seen
 */
export function resolveLink(contentDir: string, link: string, isLinked: boolean): ResolvedLink {
  try {
    const root = realpathSync(contentDir)
    const real = realpathSync(path.join(contentDir, link))
    if (!real.startsWith(root + path.sep) && real !== root)
      return { refusal: 'a link that leads out of the content folder' }
    const target = path.relative(root, real).split(path.sep).join('/')
    const refusal = refuseTarget(target, link)
    if (refusal !== null) return { refusal }
    const stat = statSync(real)
    return stat.isDirectory() ? checkFolder(target, stat, isLinked) : checkFile(link, target, stat)
  } catch (error) {
    if (isMissing(error)) return { refusal: 'a link that leads nowhere' }
    if (isCode(error, 'ELOOP')) return { refusal: 'a link that leads in a circle' }
    throw error
  }
}

/** A link makes nothing public that would not be where it lies: what is hidden, in a bin, or a draft. */
function refuseTarget(target: string, link: string): string | null {
  const parts = target.split('/')
  if (parts.some(isHiddenTarget)) return 'a link to a hidden file or folder'
  if (parts.some(isSystemFolder)) return 'a link into a folder of the system'
  const held = parts.slice(0, MARKDOWN_FILE.test(target) ? -1 : undefined).filter(isHeldFolder)
  return held.some((name) => !link.split('/').includes(name)) ? 'a link into a folder of drafts' : null
}

/** Names with two points before them are how Kubernetes keeps the files of a volume: they are meant to be linked to. */
function isHiddenTarget(name: string): boolean {
  return name.startsWith('.') && !name.startsWith('..') && name !== '.well-known'
}

function checkFile(link: string, target: string, stat: Stats): ResolvedLink {
  return link === 'site.yaml' || MARKDOWN_FILE.test(target)
    ? { target, stat }
    : { refusal: 'a link to a file that is not Markdown' }
}

function checkFolder(target: string, stat: Stats, isLinked: boolean): ResolvedLink {
  const [room = ''] = target.split('/')
  if (isLinked) return { refusal: 'a link inside a linked folder' }
  if (target === '' || ROOMS.has(room))
    return { refusal: 'a link to a folder whose files are read where they lie' }
  return { target, stat }
}

/** The scope to compare for a path: the path, or the link it lies below. */
export function toLinkScope(contentDir: string, scope: string): string {
  const parts = scope.split('/')
  for (let end = 1; end < parts.length; end += 1) {
    const folder = parts.slice(0, end).join('/')
    if (isLink(path.join(contentDir, folder))) return folder
  }
  return scope
}

function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink()
  } catch {
    return false
  }
}
