/** The formats a picture may come in. SVG is a document that can carry scripts, and is not among them. */
export type PictureFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif'

type Signature = { format: PictureFormat; offset: number; bytes: string }

const SIGNATURES: Signature[] = [
  { format: 'jpeg', offset: 0, bytes: '\xff\xd8\xff' },
  { format: 'png', offset: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { format: 'gif', offset: 0, bytes: 'GIF87a' },
  { format: 'gif', offset: 0, bytes: 'GIF89a' },
  { format: 'webp', offset: 8, bytes: 'WEBP' },
  { format: 'avif', offset: 4, bytes: 'ftypavif' },
  { format: 'avif', offset: 4, bytes: 'ftypavis' },
]

/** What the first bytes say a file is, whatever its name says. Null for all that is no picture we show. */
export function sniffPicture(bytes: Uint8Array): PictureFormat | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  const found = SIGNATURES.find(({ offset, bytes: magic }) => start.startsWith(magic, offset))
  if (found?.format === 'webp' && !start.startsWith('RIFF')) return null
  return found?.format ?? null
}
