import { getPathPrefix, toPath } from '#lib/routes/paths.ts'
import { sha256 } from '#lib/text/hash.ts'
import type { FocalPoint } from './crops.ts'
import { type Format, isFormat } from './outputs.ts'

/** Raise when `derivePicture` makes another result of the same bytes and parameters: every address of a derived picture changes. */
const DERIVATION_VERSION = 2

/**
 * What a picture's addresses are made of: its bytes, the point it is cut around, and how it is derived. Anything else
 * would be another picture, at another address.
 */
export function toPictureKey(hash: string, focus: FocalPoint | null): string {
  return sha256(`${hash} ${formatFocus(focus)} ${DERIVATION_VERSION}`).slice(0, 20)
}

/** `0.25,0.5`, '' for none. */
export function formatFocus(focus: FocalPoint | null): string {
  return focus === null ? '' : `${focus.x},${focus.y}`
}

/** The reverse of `formatFocus`. */
export function parseFocus(text: string): FocalPoint | null {
  const [x, y] = text.split(',').map(Number)
  return x === undefined || y === undefined ? null : { x, y }
}

/** What a path of a derived picture says: which picture, and which of its outputs. */
export type PictureAddress = { key: string; name: string; format: Format }

const PREFIX = getPathPrefix('picture')
const KEY_AND_NAME = /^([0-9a-f]{20})\/([0-9a-z-]{1,20}\.(avif|webp|jpg))$/

/** Where an output is served. */
export function toPicturePath(key: string, name: string): string {
  return toPath('picture', key, name)
}

/** The reverse of `toPicturePath`; null for any other path. */
export function parsePicturePath(path: string): PictureAddress | null {
  const [, key, name, format] = path.startsWith(PREFIX)
    ? (KEY_AND_NAME.exec(path.slice(PREFIX.length)) ?? [])
    : []
  return key === undefined || name === undefined || !isFormat(format) ? null : { key, name, format }
}
