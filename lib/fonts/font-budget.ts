import type { FaceRole } from '#lib/config/custom-faces.ts'

/** Bytes that all fonts of a page may have together. */
export const MAX_PAGE_FONT_BYTES = 60_000

/** Bytes of the built-in faces: text, italics and small capitals; headlines. */
export const BUILT_IN_BYTES: Readonly<Record<FaceRole, number>> = { text: 40_000, display: 10_400 }

/** What is left for a role beside the face of the other, whichever that is: headlines come after the text. */
export function getRoom(role: FaceRole, textBytes: number | null): number {
  return role === 'text'
    ? MAX_PAGE_FONT_BYTES - BUILT_IN_BYTES.display
    : MAX_PAGE_FONT_BYTES - (textBytes ?? BUILT_IN_BYTES.text)
}
