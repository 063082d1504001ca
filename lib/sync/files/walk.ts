import { type Dirent, existsSync, lstatSync, type Stats, statSync } from 'node:fs'
import { opendir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { getContentKind, isHiddenIn, isHiddenName, isPassedOver } from '#lib/content/content-kind.ts'
import { findLanguageSuffix } from '#lib/content/fields/file-name.ts'
import { explainForeign, isSystemFolder, reportSystemFolder } from '#lib/content/foreign-files.ts'
import { MARKDOWN_FILE } from '#lib/content/markdown-file.ts'
import { isMissing, toFault } from '#lib/files/path-errors.ts'
import { explainRootFile } from '#lib/files/root-file.ts'
import type { Problem } from '#lib/problems/problem.ts'
import { resolveLink } from './resolve-link.ts'
import { listTranslated } from './translated-names.ts'

/**
 * A file of the content folder. `path` is relative to it, with `/`; equal stamps mean an unchanged file. `isTranslated`:
 * the files beside it show that the letters after the last point of its name are a language.
 */
export type ContentFile = { path: string; stamp: string; isTranslated: boolean }

const ROOMS = ['authors', 'pages', 'posts', 'root'] as const
const FILES_AT_A_TIME = 500

/**
 * What is told of a walk. All paths are relative to the content folder.
 *
 * - `onFolder` before a folder is read
 * - `onFault`  a path that is there but cannot be seen: what lies at or below it must not be taken for deleted
 * - `onRefusal` a symbolic link that is not followed, and why
 * - `onLink`   a symbolic link that is followed, and what it leads to
 * - `onForeign` what looks like content and is not published: copies, leftovers, bins, other formats
 */
export type Visitor = {
  onFolder?: (folder: string) => void
  onFault?: (file: string, fault: string) => void
  onRefusal?: (link: string, refusal: string) => void
  onLink?: (link: string, target: string) => void
  onForeign?: (problem: Problem) => void
}

/**
 * Every content file at or below `scope` (a path relative to `contentDir`; '' for all of it), in the order of the paths'
 * bytes, some at a time. A scope that does not exist has no files.
 */
export async function* walkContent(
  contentDir: string,
  scope: string,
  visitor: Visitor = {},
): AsyncGenerator<ContentFile[]> {
  let batch: ContentFile[] = []
  for await (const file of walkScope({ contentDir, visitor }, scope)) {
    batch.push(file)
    if (batch.length < FILES_AT_A_TIME) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Size and both times: an edit that keeps size and mtime still moves ctime. */
export function toStamp(stat: Pick<Stats, 'size' | 'mtimeMs' | 'ctimeMs'>): string {
  return `${stat.size}:${stat.mtimeMs}:${stat.ctimeMs}`
}

type Walk = { readonly contentDir: string; readonly visitor: Visitor }

/** `isLinked`: below a link that was followed. No further link to a folder is followed there: no walk is without end. */
type Place = { readonly path: string; readonly isLinked: boolean }

/** The files in the folder of a file: whether one of a name is among them, and whether a name ends in a language. */
type Siblings = { readonly has: (name: string) => boolean; readonly isTranslated: (name: string) => boolean }

async function* walkScope(walk: Walk, scope: string): AsyncGenerator<ContentFile> {
  if (scope !== '') {
    if (isInRoom(scope)) yield* walkPath(walk, { path: scope, isLinked: false })
    return
  }
  for (const room of ROOMS) yield* walkPath(walk, { path: room, isLinked: false })
  yield* walkPath(walk, { path: 'site.yaml', isLinked: false })
}

function isInRoom(scope: string): boolean {
  const [room] = scope.split('/')
  return scope === 'site.yaml' || (ROOMS.some((known) => known === room) && !isPassedOver(scope))
}

async function* walkPath(walk: Walk, position: Place): AsyncGenerator<ContentFile> {
  const found = look(walk, position)
  if (found === null) return
  if (!found.stat.isDirectory()) yield* walkFile(walk, position, await readSiblings(walk, position.path))
  else if (isSystemFolder(path.posix.basename(position.path))) await reportFolder(walk, position.path)
  else yield* walkFolder(walk, found)
}

async function* walkFile(walk: Walk, position: Place, siblings: Siblings): AsyncGenerator<ContentFile> {
  if (position.path.startsWith('root/')) return yield* walkRootFile(walk, position)
  const foreign = explainForeign(position.path, siblings.has)
  if (foreign !== null) return walk.visitor.onForeign?.(foreign)
  if (getContentKind(position.path) === null) return
  const stat = look(walk, position)?.stat
  if (stat === undefined || !stat.isFile()) return
  const isTranslated = siblings.isTranslated(path.posix.basename(position.path))
  yield {
    path: position.path,
    stamp: isTranslated ? `${toStamp(stat)}:translated` : toStamp(stat),
    isTranslated,
  }
}

function* walkRootFile(walk: Walk, position: Place): Generator<ContentFile> {
  const stat = getContentKind(position.path) === null ? undefined : look(walk, position)?.stat
  if (stat === undefined || !stat.isFile()) return
  const problem = explainRootFile(position.path, stat.size)
  if (problem !== null) walk.visitor.onForeign?.(problem)
  else yield { path: position.path, stamp: toStamp(stat), isTranslated: false }
}

/** Those of one file. The folder is read only where that may say something about its name. */
async function readSiblings(walk: Walk, file: string): Promise<Siblings> {
  const folder = path.posix.dirname(file)
  const stem = path.posix.basename(file).replace(MARKDOWN_FILE, '')
  const names =
    findLanguageSuffix(stem) === null ? [] : await listNames(walk, { path: folder, isLinked: false })
  const translated = listTranslated(names)
  return {
    has: (name) => existsSync(path.join(walk.contentDir, folder, name)),
    isTranslated: (name) => translated.has(name),
  }
}

/** Said once for a folder of the system in which something lies that would be content elsewhere. */
async function reportFolder({ contentDir, visitor }: Walk, folder: string): Promise<void> {
  if (await holdsMarkdown(path.join(contentDir, folder))) visitor.onForeign?.(reportSystemFolder(folder))
}

/** Read errors in such a folder are not reported: nothing in it is published. */
async function holdsMarkdown(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  if (entries.some(({ name }) => !isHiddenName(name) && MARKDOWN_FILE.test(name))) return true
  for (const entry of entries.filter((inner) => inner.isDirectory()))
    if (await holdsMarkdown(path.join(folder, entry.name))) return true
  return false
}

type Seen = Place & { readonly stat: Stats }

/** What is at a path, links followed as far as they may be. Null when nothing is, or nothing that may be read. */
function look({ contentDir, visitor }: Walk, { path: file, isLinked }: Place): Seen | null {
  try {
    const stat = lstatSync(path.join(contentDir, file))
    if (!stat.isSymbolicLink()) return { path: file, isLinked, stat }
    const link = resolveLink(contentDir, file, isLinked)
    if ('refusal' in link) {
      visitor.onRefusal?.(file, link.refusal)
      return null
    }
    visitor.onLink?.(file, link.target)
    return { path: file, isLinked: true, stat: link.stat }
  } catch (error) {
    if (!isMissing(error)) visitor.onFault?.(file, toFault(error))
    return null
  }
}

async function* walkFolder(walk: Walk, folder: Place): AsyncGenerator<ContentFile> {
  walk.visitor.onFolder?.(folder.path)
  const names = await listNames(walk, folder)
  const present = new Set(names)
  const translated = listTranslated(names)
  const siblings: Siblings = {
    has: (name) => present.has(name),
    isTranslated: (name) => translated.has(name),
  }
  for (const name of names) {
    const isFolder = name.endsWith('/')
    const position = {
      path: `${folder.path}/${isFolder ? name.slice(0, -1) : name}`,
      isLinked: folder.isLinked,
    }
    yield* isFolder ? walkPath(walk, position) : walkFile(walk, position, siblings)
  }
}

/** Names of folders end in `/`, so that sorting them sorts all paths below them too. */
async function listNames(walk: Walk, folder: Place): Promise<string[]> {
  const names: string[] = []
  try {
    const entries = await opendir(path.join(walk.contentDir, folder.path), { bufferSize: 1024 })
    for await (const entry of entries)
      if (!isHiddenIn(folder.path, entry.name)) names.push(toName(walk, folder, entry))
  } catch (error) {
    if (!isMissing(error)) walk.visitor.onFault?.(folder.path, toFault(error))
    return []
  }
  return sortByBytes(names)
}

function toName({ contentDir }: Walk, folder: Place, entry: Dirent): string {
  if (entry.isDirectory()) return `${entry.name}/`
  if (!entry.isSymbolicLink()) return entry.name
  return isLinkToFolder(contentDir, `${folder.path}/${entry.name}`) ? `${entry.name}/` : entry.name
}

/** Whether a link is to be looked at as a folder: what leads nowhere by its name. */
function isLinkToFolder(contentDir: string, link: string): boolean {
  try {
    return statSync(path.join(contentDir, link)).isDirectory()
  } catch {
    return !/\.\w+$/.test(link)
  }
}

/** As SQLite sorts them. Only characters beyond the basic plane sort otherwise by code unit. */
function sortByBytes(names: string[]): string[] {
  if (!names.some((name) => /[\ud800-\udfff]/.test(name))) return names.sort()
  return names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}
