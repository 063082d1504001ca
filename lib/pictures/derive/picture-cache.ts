import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Another process may still be writing a file younger than this. */
const UNFINISHED_MS = 60_000

type Kept = { size: number; used: number }

/** A file's time of last use is written down no more often than this. */
const USED_GRAIN_MS = 60 * 60 * 1_000

/**
 * Files on disk, at most `mostBytes` of them; the least recently used go first. A file is written under another name and
 * then renamed, so that none is ever seen in part. Names are ours: lower-case letters, digits, dots and hyphens.
 */
export class PictureCache {
  readonly #folder: string
  #mostBytes: number
  /** In order of use, the least recently used first. */
  readonly #kept = new Map<string, Kept>()
  #bytes = 0
  #written = 0
  #writing: Promise<void> = Promise.resolve()

  constructor(folder: string, mostBytes: number) {
    this.#folder = folder
    this.#mostBytes = mostBytes
    mkdirSync(folder, { recursive: true })
    for (const kept of listFiles(folder)) this.#keep(kept.name, kept)
    this.#makeRoom(0)
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Sets another limit, at once. */
  limit(mostBytes: number): void {
    if (mostBytes === this.#mostBytes) return
    this.#mostBytes = mostBytes
    this.#makeRoom(0)
  }

  /** Null for a file that is not there, or was taken away behind our back. */
  async get(name: string): Promise<Uint8Array | null> {
    const kept = this.#kept.get(name)
    if (kept === undefined) return null
    const bytes = await readFile(this.#toPath(name)).catch(() => null)
    // It may have made room for another, or been written anew, while it was read.
    if (this.#kept.get(name) !== kept) return bytes
    if (bytes === null) this.#forget(name)
    else this.#touch(name, kept)
    return bytes
  }

  /** A file larger than the whole cache is not kept. One is written at a time: what makes room is never half there. */
  put(name: string, bytes: Uint8Array): Promise<void> {
    const written = this.#writing.then(() => this.#write(name, bytes))
    this.#writing = written.catch(() => {})
    return written
  }

  async #write(name: string, bytes: Uint8Array): Promise<void> {
    if (bytes.length > this.#mostBytes) return
    this.#makeRoom(bytes.length)
    this.#written += 1
    const unfinished = this.#toPath(`${name}.${process.pid}-${this.#written}.part`)
    try {
      // The folder may have been taken away behind our back too.
      await mkdir(this.#folder, { recursive: true })
      await writeFile(unfinished, bytes)
      await rename(unfinished, this.#toPath(name))
      this.#forget(name)
      this.#keep(name, { size: bytes.length, used: Date.now() })
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
  }

  #touch(name: string, { size, used }: Kept): void {
    const now = Date.now()
    this.#kept.delete(name)
    this.#kept.set(name, { size, used: now })
    if (now - used > USED_GRAIN_MS) utimes(this.#toPath(name), new Date(now), new Date(now)).catch(() => {})
  }

  #keep(name: string, kept: Kept): void {
    this.#kept.set(name, kept)
    this.#bytes += kept.size
  }

  #forget(name: string): void {
    this.#bytes -= this.#kept.get(name)?.size ?? 0
    this.#kept.delete(name)
  }

  #makeRoom(size: number): void {
    for (const name of this.#kept.keys()) {
      if (this.#bytes + size <= this.#mostBytes) return
      rmSync(this.#toPath(name), { force: true })
      this.#forget(name)
    }
  }

  #toPath(name: string): string {
    return path.join(this.#folder, name)
  }
}

/** What an earlier process left, the least recently used first; what it did not finish is removed. */
function listFiles(folder: string): (Kept & { name: string })[] {
  const files = readdirSync(folder).flatMap((name) => {
    const stat = statSync(path.join(folder, name), { throwIfNoEntry: false })
    if (!stat?.isFile()) return []
    if (!name.endsWith('.part')) return [{ name, size: stat.size, used: stat.mtimeMs }]
    if (Date.now() - stat.mtimeMs > UNFINISHED_MS) rmSync(path.join(folder, name), { force: true })
    return []
  })
  return files.sort((a, b) => a.used - b.used)
}
