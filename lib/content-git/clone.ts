import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { GitSource } from '#lib/config/git-source.ts'
import { runGit } from './run-git.ts'

/** What a pull found: the commit, and whether it was taken. `rewritten`: it does not go on from the one before. */
export type PullResult = { commit: string; outcome: 'same' | 'taken' | 'rewritten' }

/** Whether there is a clone, whole or not. */
export function isCloned(folder: string): boolean {
  return existsSync(path.join(folder, '.git'))
}

/**
 * Makes the clone where there is none, with the newest commit alone, and mends one that a killed process left behind. A clone
 * that breaks off leaves nothing.
 *
 * @throws {Error} what git said
 */
export async function ensureClone(source: GitSource, folder: string): Promise<void> {
  if (isCloned(folder)) {
    rmSync(path.join(folder, '.git', 'index.lock'), { force: true })
    await runGit(['reset', '--hard', '--quiet'], folder)
    return
  }
  const part = `${folder}.part`
  rmSync(part, { recursive: true, force: true })
  mkdirSync(path.dirname(folder), { recursive: true })
  const branch = source.branch === null ? [] : ['--branch', source.branch]
  await runGit([
    ...['clone', '--quiet', '--depth', '1', '--single-branch', '--no-tags', ...branch],
    ...['--', toShallowUrl(source.url), part],
  ])
  rmSync(folder, { recursive: true, force: true })
  renameSync(part, folder)
}

/**
 * Brings the clone up with its branch. Everything is fetched before a file is touched, so a pull that fails leaves them as they
 * were; so does a branch whose history was rewritten.
 *
 * @throws {Error} what git said
 */
export async function pull(source: GitSource, folder: string): Promise<PullResult> {
  await runGit(
    ['fetch', '--quiet', '--no-tags', '--', toShallowUrl(source.url), source.branch ?? 'HEAD'],
    folder,
  )
  const before = await runGit(['rev-parse', 'HEAD'], folder)
  const commit = await runGit(['rev-parse', 'FETCH_HEAD'], folder)
  if (commit === before) return { commit, outcome: 'same' }
  if (!(await isAncestor(before, commit, folder))) return { commit, outcome: 'rewritten' }
  await runGit(['reset', '--hard', '--quiet', commit], folder)
  return { commit, outcome: 'taken' }
}

async function isAncestor(one: string, other: string, folder: string): Promise<boolean> {
  const base = await runGit(['merge-base', one, other], folder).catch(() => '')
  return base === one
}

/** A path is cloned whole, by links; an address of it is not. */
function toShallowUrl(url: string): string {
  return path.isAbsolute(url) ? `file://${url}` : url
}
