import { type Dirent, lstatSync, type Stats, statSync } from 'node:fs'
import { opendir } from 'node:fs/promises'
import path from 'node:path'
import { getContentKind, isHiddenName } from '#lib/content/content-kind.ts'
import { isMissing, toFault } from './path-errors.ts'
import { resolveLink } from './resolve-link.ts'

/** A file of the content folder. `path` is relative to it, with `/`; equal stamps mean an unchanged file. */
export type ContentFile = { path: string; stamp: string }
const ROOMS = ['authors', 'pages', 'posts'] as const
const FILES_AT_A_TIME = 500

/**
 * What is told of a walk. All paths are relative to the content folder.
 *
 * - `onFolder` before a folder is read
 * - `onFault`  a path that is there but cannot be seen: what lies at or below it must not be taken for deleted
 * - `onRefusal` a symbolic link that is not followed, and why
 * - `onLink`   a symbolic link that is followed, and what it leads to
 */
export type Visitor = {
  onFolder?: (folder: string) => void
  onFault?: (file: string, fault: string) => void
  onRefusal?: (link: string, refusal: string) => void
  onLink?: (link: string, target: string) => void
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

async function* walkScope(walk: Walk, scope: string): AsyncGenerator<ContentFile> {
  if (scope !== '') {
    if (isInRoom(scope)) yield* walkPath(walk, { path: scope, isLinked: false })
    return
  }
  for (const room of ROOMS) yield* walkPath(walk, { path: room, isLinked: false })
  yield* walkPath(walk, { path: 'site.yaml', isLinked: false })
}

function isInRoom(scope: string): boolean {
  const [room, ...rest] = scope.split('/')
  return scope === 'site.yaml' || (ROOMS.some((known) => known === room) && !rest.some(isHiddenName))
}

async function* walkPath(walk: Walk, position: Place): AsyncGenerator<ContentFile> {
  const found = look(walk, position)
  if (found === null) return
  if (found.stat.isDirectory()) yield* walkFolder(walk, found)
  else if (found.stat.isFile() && getContentKind(position.path) !== null)
    yield { path: position.path, stamp: toStamp(found.stat) }
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
  for (const name of await listNames(walk, folder)) {
    const file = `${folder.path}/${name.endsWith('/') ? name.slice(0, -1) : name}`
    if (name.endsWith('/') || getContentKind(file) !== null)
      yield* walkPath(walk, { path: file, isLinked: folder.isLinked })
  }
}

/** Names of folders end in `/`, so that sorting them sorts all paths below them too. */
async function listNames(walk: Walk, folder: Place): Promise<string[]> {
  const names: string[] = []
  try {
    const entries = await opendir(path.join(walk.contentDir, folder.path), { bufferSize: 1024 })
    for await (const entry of entries) if (!isHiddenName(entry.name)) names.push(toName(walk, folder, entry))
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
