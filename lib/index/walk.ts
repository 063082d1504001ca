import { type Dirent, type Stats, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate as yieldToOthers } from 'node:timers/promises'

/** A file of the content folder. `path` is relative to it, with `/`; equal stamps mean an unchanged file. */
export type ContentFile = { path: string; stamp: string }

export type ContentKind = 'post' | 'page' | 'author' | 'site'

const MARKDOWN = /\.(?:md|markdown|mdown)$/i
const STATS_AT_A_TIME = 500

/** What a file is, by where it lies. Null for what is none of ours: hidden files, editors' leavings, Hugo's `_index.md`. */
export function getContentKind(file: string): ContentKind | null {
  if (file === 'site.yaml') return 'site'
  const [room, ...rest] = file.split('/')
  const name = rest.at(-1)
  if (name === undefined || !MARKDOWN.test(name) || rest.some(isHidden) || isSectionIndex(name)) return null
  if (room === 'posts') return 'post'
  if (room === 'pages') return 'page'
  return room === 'authors' ? 'author' : null
}

/** `hidden` are folders that are there but cannot be read: what cannot be seen must not be taken for deleted. */
export type ContentWalk = { files: ContentFile[]; hidden: string[] }

/**
 * Every content file at or below `scope` (a path relative to `contentDir`; '' for all of it), in no order. A scope that
 * does not exist has no files.
 */
export async function listContentFiles(contentDir: string, scope: string): Promise<ContentWalk> {
  const walk: ContentWalk = { files: [], hidden: [] }
  let stats = 0
  for (const file of await listPaths(contentDir, scope, walk.hidden)) {
    const stat = statSync(path.join(contentDir, file), { throwIfNoEntry: false })
    if (stat?.isFile()) walk.files.push({ path: file, stamp: toStamp(stat) })
    stats += 1
    if (stats % STATS_AT_A_TIME === 0) await yieldToOthers()
  }
  return walk
}

/** Size and both times: an edit that keeps size and mtime still moves ctime. */
export function toStamp(stat: Stats): string {
  return `${stat.size}:${stat.mtimeMs}:${stat.ctimeMs}`
}

async function listPaths(contentDir: string, scope: string, hidden: string[]): Promise<string[]> {
  if (scope !== '') {
    return isFolder(contentDir, scope) ? listBelow(contentDir, scope, hidden) : keepContent([scope])
  }
  const rooms = ['posts', 'pages', 'authors']
  const below = await Promise.all(rooms.map((room) => listBelow(contentDir, room, hidden)))
  return ['site.yaml', ...below.flat()]
}

async function listBelow(contentDir: string, folder: string, hidden: string[]): Promise<string[]> {
  const entries = await readFolder(contentDir, folder, hidden)
  const visible = entries.filter((entry) => !isHidden(entry.name))
  const folders = visible.filter((entry) => entry.isDirectory()).map((entry) => `${folder}/${entry.name}`)
  const files = visible.filter((entry) => !entry.isDirectory()).map((entry) => `${folder}/${entry.name}`)
  const paths = keepContent(files)
  for (const inner of folders) for (const file of await listBelow(contentDir, inner, hidden)) paths.push(file)
  return paths
}

async function readFolder(contentDir: string, folder: string, hidden: string[]): Promise<Dirent[]> {
  try {
    return await readdir(path.join(contentDir, folder), { withFileTypes: true })
  } catch (error) {
    if (!isMissing(error)) hidden.push(folder)
    return []
  }
}

function isFolder(contentDir: string, scope: string): boolean {
  return statSync(path.join(contentDir, scope), { throwIfNoEntry: false })?.isDirectory() ?? false
}

function keepContent(files: string[]): string[] {
  return files.filter((file) => getContentKind(file) !== null)
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name.endsWith('~')
}

function isSectionIndex(name: string): boolean {
  return /^_index\./i.test(name)
}

function isMissing(error: unknown): boolean {
  return Error.isError(error) && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
