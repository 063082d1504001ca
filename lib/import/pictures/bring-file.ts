import { statSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sniffPicture } from '#lib/pictures/derive/sniff-picture.ts'
import { fetchPicture } from '#lib/pictures/fetch/fetch-picture.ts'
import type { HostRules } from '#lib/pictures/fetch/resolve-host.ts'
import { sha256 } from '#lib/text/hash.ts'
import { findInFolder } from './find-in-folder.ts'

/** Where files come from and go to. `from` null: there is no folder of the old site's files. `fetch` null: nothing is fetched. */
export type MediaSettings = { from: string | null; into: string; fetch: HostRules | null }

/** Where a file is now, as a text names it; or why it stays where it was. */
export type Brought = { kind: 'moved'; path: string } | { kind: 'stays'; reason: string | null }

const MAX_INLINE_BYTES = 20_000_000

/** Brings one picture or file along: from the folder, from its own address, or out of the address itself (`data:`). */
export async function bringFile(
  address: string,
  kind: 'picture' | 'file',
  settings: MediaSettings,
): Promise<Brought> {
  if (address.startsWith('data:')) return bringInline(address, settings)
  const found = settings.from === null ? null : await findInFolder(address, settings.from)
  if (found !== null) return copy(found.file, found.name, settings)
  if (kind === 'picture' && settings.fetch !== null) return fetch(address, settings.fetch, settings)
  return {
    kind: 'stays',
    reason: settings.from === null ? null : `not found below ${settings.from}: ${address}`,
  }
}

async function copy(file: string, name: string, { into }: MediaSettings): Promise<Brought> {
  const target = path.join(into, name)
  try {
    if (getSize(target) !== getSize(file)) {
      await mkdir(path.dirname(target), { recursive: true })
      await replace(target, (part) => copyFile(file, part))
    }
    return { kind: 'moved', path: toMediaPath(name) }
  } catch (error) {
    return { kind: 'stays', reason: `${Error.isError(error) ? error.message : String(error)}: ${file}` }
  }
}

/** @returns where the picture is; why it stays remote, when its host gave none */
async function fetch(address: string, rules: HostRules, { into }: MediaSettings): Promise<Brought> {
  const url = URL.parse(address)
  if (url === null)
    return { kind: 'stays', reason: `no address that can be fetched: ${address.slice(0, 200)}` }
  const name = toFetchedName(url)
  const known = await findFetched(path.join(into, name))
  if (known !== null) return { kind: 'moved', path: toMediaPath(path.relative(into, known)) }
  try {
    const { bytes } = await fetchPicture(address, rules)
    const format = sniffPicture(bytes)
    if (format === null) return { kind: 'stays', reason: `what is there is no picture: ${address}` }
    const target = path.join(into, name.replace(/\.[a-z]{3,4}$/i, '') + toExtension(format, name))
    await write(target, bytes)
    return { kind: 'moved', path: toMediaPath(path.relative(into, target)) }
  } catch (error) {
    const reason = Error.isError(error) ? error.message : String(error)
    return { kind: 'stays', reason: `${reason}: ${address}` }
  }
}

async function bringInline(address: string, { into }: MediaSettings): Promise<Brought> {
  const data = /^data:image\/[\w.+-]{1,20};base64,/i.exec(address.slice(0, 60))?.[0]
  if (data === undefined || address.length > MAX_INLINE_BYTES) {
    return { kind: 'stays', reason: 'a picture inside the text is no base64, or too large' }
  }
  const bytes = Buffer.from(address.slice(data.length), 'base64')
  const format = sniffPicture(bytes)
  if (format === null) return { kind: 'stays', reason: 'a picture inside the text is no picture' }
  const name = `imported/${sha256(bytes).slice(0, 16)}${toExtension(format, '')}`
  await write(path.join(into, name), bytes)
  return { kind: 'moved', path: toMediaPath(name) }
}

/** `host/path`, or `host/path-<hash of the query>`; without what a file name may not hold. */
function toFetchedName(url: URL): string {
  const hash = url.search === '' ? '' : `-${sha256(url.search).slice(0, 8)}`
  const parts = toSafeParts(url.pathname)
  const last = parts.pop() ?? 'picture'
  const dot = last.search(/\.[a-z]{3,4}$/i)
  const name = dot < 0 ? `${last}${hash}` : `${last.slice(0, dot)}${hash}${last.slice(dot)}`
  return [url.hostname, ...parts, name].join('/')
}

function toSafeParts(pathname: string): string[] {
  return pathname
    .split('/')
    .map((part) =>
      part
        .replace(/[^\p{L}\p{N}.~_-]+/gu, '-')
        .replace(/^\.+/, '')
        .slice(0, 80),
    )
    .filter((part) => part !== '')
}

async function findFetched(target: string): Promise<string | null> {
  const stem = target.replace(/\.[a-z]{3,4}$/i, '')
  for (const file of [target, ...['.jpg', '.png', '.gif', '.webp', '.avif'].map((end) => stem + end)]) {
    if (getSize(file) !== null && sniffPicture(await readFile(file)) !== null) return file
  }
  return null
}

function toExtension(format: string, name: string): string {
  if (format === 'jpeg') return /\.jpeg$/i.test(name) ? '.jpeg' : '.jpg'
  return `.${format}`
}

/** In an address: spaces and the like as percent escapes. */
function toMediaPath(name: string): string {
  return `/media/${name.split(path.sep).join('/').split('/').map(encodeURIComponent).join('/')}`
}

async function write(target: string, bytes: Uint8Array): Promise<void> {
  if (getSize(target) === bytes.length) return
  await mkdir(path.dirname(target), { recursive: true })
  await replace(target, (part) => writeFile(part, bytes))
}

/** Whole or not at all, whatever happens meanwhile. */
async function replace(target: string, make: (part: string) => Promise<void>): Promise<void> {
  const part = path.join(path.dirname(target), `.${process.pid}-${process.hrtime.bigint()}.part`)
  try {
    await make(part)
    await rename(part, target)
  } finally {
    await rm(part, { force: true })
  }
}

function getSize(file: string): number | null {
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.isFile() ? found.size : null
}
