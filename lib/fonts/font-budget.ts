import {
  type CustomFace,
  type FaceRole,
  type FaceSettings,
  type FontFile,
  getFace,
} from '#lib/config/custom-faces.ts'

/** Bytes that all fonts of a page may have together. */
export const MAX_PAGE_FONT_BYTES = 60_000

/** Bytes of the built-in faces: text, italics and small capitals; headlines. */
export const BUILT_IN_BYTES: Readonly<Record<FaceRole, number>> = { text: 40_000, display: 10_400 }

/**
 * Bytes that the files of a role have beside the face of the other. Text comes first: it leaves room for the built-in face
 * of headlines, which is shown where the fonts of headlines cannot be used.
 */
export function getRoom(role: FaceRole, settings: FaceSettings): number {
  const other = getFace(settings, role === 'text' ? 'display' : 'text')
  return MAX_PAGE_FONT_BYTES - countFaceBytes(role === 'text' ? 'display' : 'text', other)
}

/** A file that is named twice is sent once. `known`: files that are sent anyway. */
export function countBytes(files: readonly FontFile[], known: readonly FontFile[] = []): number {
  const hashes = new Set(known.map(({ hash }) => hash))
  const sizes = new Map(files.filter(({ hash }) => !hashes.has(hash)).map(({ hash, bytes }) => [hash, bytes]))
  return sizes.values().reduce((sum, bytes) => sum + bytes, 0)
}

function countFaceBytes(role: FaceRole, face: CustomFace | string): number {
  if (typeof face !== 'string') return countBytes(face.files)
  return face === 'own' ? BUILT_IN_BYTES[role] : 0
}
