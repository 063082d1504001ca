import { hash } from 'node:crypto'

/** SHA-256 in lower-case hex, 64 characters. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex')
}

/** SHA-256 in base64, as a Content-Security-Policy names it. */
export function sha256Base64(text: string): string {
  return hash('sha256', text, 'base64')
}
