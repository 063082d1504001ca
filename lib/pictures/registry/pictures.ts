import type { SQLOutputValue } from 'node:sqlite'
import { getFileUrl } from '#lib/index/file-url.ts'
import type { Index } from '#lib/index/index-state.ts'
import type { PictureRecord } from '#lib/index/write-requests.ts'

/** A picture whose bytes were seen and found good. */
export type KnownPicture = PictureRecord & {
  source: string
}

/** `due` is in milliseconds: when it is to be fetched, or asked for again; infinite for never. */
export type PictureState = {
  stamp: string
  known: KnownPicture | null
  fault: string | null
  due: number
  tries: number
}

/** What the index holds about the picture at `source`: a `/media/…` path or an absolute URL. */
export function getPictureState(index: Index, source: string): PictureState | null {
  const row = index.prepare('SELECT * FROM picture WHERE source = ?').get(source)
  return row === undefined ? null : toState(row)
}

function toState(row: Record<string, SQLOutputValue>): PictureState {
  const { source, stamp, hash, width, height, frames, tone, fault, due, tries } = row
  const known = {
    source: String(source),
    hash: String(hash),
    width: Number(width),
    height: Number(height),
    frames: Number(frames),
    tone: String(tone),
  }
  return {
    stamp: String(stamp),
    known: hash === null ? null : known,
    fault: fault === null ? null : String(fault),
    due: due === null ? Number.POSITIVE_INFINITY : Number(due),
    tries: Number(tries),
  }
}

/** Notes a picture that was checked. One of another site is looked at again when it is `due`. */
export function putPicture(
  index: Index,
  source: string,
  stamp: string,
  { hash, width, height, frames, tone }: PictureRecord,
  due: number | null,
): void {
  index
    .prepare(
      `INSERT OR REPLACE INTO picture (source, stamp, hash, width, height, frames, tone, due)
       VALUES (:source, :stamp, :hash, :width, :height, :frames, :tone, :due)`,
    )
    .run({ source, stamp, hash, width, height, frames, tone, due })
}

/** Notes that a picture was looked at and stays as it is known, how often that was so, and when it is due again. */
export function keepPicture(
  index: Index,
  source: string,
  { due, tries }: { due: number; tries: number },
): void {
  index
    .prepare('UPDATE picture SET due = :due, tries = :tries WHERE source = :source')
    .run({ source, due, tries })
}

/** Notes why a picture cannot be shown, and when (null: never) it is worth another try. */
export function putPictureError(
  index: Index,
  source: string,
  { stamp, fault, due, tries }: { stamp: string; fault: string | null; due: number | null; tries: number },
): void {
  index
    .prepare(
      'INSERT OR REPLACE INTO picture (source, stamp, fault, due, tries) VALUES (:source, :stamp, :fault, :due, :tries)',
    )
    .run({ source, stamp, fault, due, tries })
}

/** Schedules a picture that was never fetched for no later than `due`. */
export function bringForwardPicture(index: Index, source: string, due: number): void {
  index.prepare('UPDATE picture SET due = :due WHERE source = :source AND due > :due').run({ source, due })
}

/** Pictures of other sites that are to be fetched, or asked for again, by now, the longest waiting first. */
export function listDuePictures(index: Index, now: Date, limit: number): string[] {
  return index
    .prepare('SELECT source FROM picture WHERE due IS NOT NULL AND due <= ? ORDER BY due LIMIT ?')
    .all(now.getTime(), limit)
    .map((row) => String(row.source))
}

/** Whether an address of derived pictures stands for one. */
export function hasPictureKey(index: Index, key: string): boolean {
  return index.prepare('SELECT 1 FROM picture_key WHERE key = ?').get(key) !== undefined
}

/** Notes what an address of derived pictures stands for. */
export function putPictureKey(
  index: Index,
  row: { key: string; source: string; hash: string; focus: string },
): void {
  const { key, source, hash, focus } = row
  index
    .prepare('INSERT OR IGNORE INTO picture_key (key, source, hash, focus) VALUES (?, ?, ?, ?)')
    .run(key, source, hash, focus)
}

/** Whether that is noted already. */
export function isPictureKeyOf(index: Index, key: string, source: string): boolean {
  return (
    index.prepare('SELECT 1 FROM picture_key WHERE key = ? AND source = ?').get(key, source) !== undefined
  )
}

/** A picture found by an address of its derivatives, and the point they are cut around. */
export type FoundPicture = { known: KnownPicture; focus: string }

/** The picture an address stands for, if something the public may see at `now` names it, with these very bytes. */
export function findPicture(index: Index, key: string, now: Date): FoundPicture | null {
  for (const row of index.prepare('SELECT source, hash, focus FROM picture_key WHERE key = ?').all(key)) {
    const known = getPictureState(index, String(row.source))?.known ?? null
    if (known === null || known.hash !== row.hash || !isNamed(index, known.source, now)) continue
    return { known, focus: String(row.focus) }
  }
  return null
}

function isNamed(index: Index, source: string, now: Date): boolean {
  return listFilesNaming(index, source).some((file) => getFileUrl(index, file, now) !== null)
}

/** The content files that name a picture. */
export function listFilesNaming(index: Index, source: string): string[] {
  return index
    .prepare('SELECT DISTINCT file FROM picture_use WHERE source = ? ORDER BY file')
    .all(source)
    .map((row) => String(row.file))
}

/** Deletes a picture that no file refers to. */
export function removePicture(index: Index, source: string): void {
  index.prepare('DELETE FROM picture WHERE source = ?').run(source)
}

/** What could not be had is worth another try: whom may be asked was said anew. */
export function retryPictures(index: Index, now: Date): void {
  index
    .prepare("UPDATE picture SET due = ? WHERE fault IS NOT NULL AND source LIKE 'http%'")
    .run(now.getTime())
}
