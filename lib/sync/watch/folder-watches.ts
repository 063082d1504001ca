import { type FSWatcher, statSync, watch } from 'node:fs'
import { opendir } from 'node:fs/promises'
import path from 'node:path'
import { isHiddenIn } from '#lib/content/content-kind.ts'
import { isMissing, toFault } from '#lib/files/path-errors.ts'

/** Folders without content of ours, though often large. */
const SKIPPED = new Set(['node_modules'])

export type FolderWatches = {
  /** Watches one folder from now on. Nothing where that is done already, unless another folder has its name by now. */
  add: (folder: string) => void
  /** Watches a folder and all below it. */
  addBelow: (folder: string) => Promise<void>
  /** Lets go of a folder that is gone, and all below it. */
  remove: (folder: string) => void
  /** Tries again what failed. True when all folders are watched. */
  retry: () => Promise<boolean>
  close: () => void
}

type Watched = { watcher: FSWatcher; id: string }

/**
 * Hears of changes in single folders by the system's events; paths are relative to `root`, '' is the root itself. One
 * folder at a time, so that each can be taken up again when it was moved or made anew.
 *
 * @param onChange a path where something changed
 * @param onFault  the system's word for why folders cannot be watched: `EMFILE` without an inotify instance, `ENOSPC`
 *                 without a free watch. Said once; further folders are not tried until `retry`.
 */
export function createFolderWatches(
  root: string,
  onChange: (file: string) => void,
  onFault: (fault: string) => void,
): FolderWatches {
  const watchers = new Map<string, Watched>()
  let isSpent = false

  function add(folder: string): void {
    if (isSpent) return
    try {
      const { dev, ino } = statSync(path.join(root, folder))
      const id = `${dev}:${ino}`
      if (watchers.get(folder)?.id === id) return
      remove(folder)
      const watcher = watch(path.join(root, folder), { persistent: false }, (_event, name) => {
        onChange(name === null ? folder : join(folder, name))
      })
      watcher.on('error', () => remove(folder))
      watchers.set(folder, { watcher, id })
    } catch (error) {
      const fault = toFault(error)
      if (isMissing(error) || fault === 'EACCES' || fault === 'EPERM' || fault === 'ELOOP') return
      isSpent = true
      onFault(fault)
    }
  }

  async function addBelow(folder: string): Promise<void> {
    if (isSpent) return
    add(folder)
    for (const inner of await listFolders(path.join(root, folder))) await addBelow(join(folder, inner))
  }

  function remove(folder: string): void {
    if (!watchers.has(folder)) return
    for (const [known, { watcher }] of watchers) {
      if (known !== folder && !known.startsWith(`${folder}/`)) continue
      watchers.delete(known)
      watcher.close()
    }
  }

  async function retry(): Promise<boolean> {
    isSpent = false
    await addBelow('')
    return !isSpent
  }

  function close(): void {
    for (const { watcher } of watchers.values()) watcher.close()
    watchers.clear()
  }

  return { add, addBelow, remove, retry, close }
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

/** Names of the folders in a folder; none where it cannot be read. */
async function listFolders(folder: string): Promise<string[]> {
  const names: string[] = []
  try {
    for await (const entry of await opendir(folder, { bufferSize: 1024 })) {
      if (entry.isDirectory() && !isHiddenIn(folder, entry.name) && !SKIPPED.has(entry.name))
        names.push(entry.name)
    }
  } catch {
    return names
  }
  return names
}
