import { hash } from 'node:crypto'

/** SHA-256 of a file's bytes, in hexadecimal: the same file has the same hash wherever it lies. */
export function toContentHash(bytes: Uint8Array): string {
  return hash('sha256', bytes)
}
