import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { guessJapanese } from '#lib/content/decode/legacy-encodings.ts'
import { ImportError } from '../import-error.ts'

const SAMPLE_BYTES = 4_000_000

/** Control characters that XML 1.0 forbids and exports hold all the same. */
const FORBIDDEN = new RegExp(`[${toRange(0, 8)}${toRange(11, 12)}${toRange(14, 31)}\\ufffe\\uffff]`, 'g')

/**
 * The text of a file, piece by piece: its encoding from its byte order mark, its XML declaration, or the bytes
 * themselves; control characters dropped; line ends as `\n`.
 *
 * @throws {ImportError} when it declares an unknown encoding
 */
export async function* readText(file: string, onProgress: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(await detectEncoding(file))
  let bytes = 0
  let held = ''
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    bytes += chunk.length
    onProgress(bytes)
    const text = held + decoder.decode(chunk, { stream: true })
    held = text.endsWith('\r') ? '\r' : ''
    yield cleanText(held === '' ? text : text.slice(0, -1))
  }
  yield cleanText(held + decoder.decode())
}

/** Control characters dropped, line ends as `\n`. */
export function cleanText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  return lines.replace(FORBIDDEN, '')
}

/** The label of a file's encoding, as `TextDecoder` wants it. */
export async function detectEncoding(file: string): Promise<string> {
  const sample = await readSample(file)
  const [first, second] = sample
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const declared =
    /^(?:\u00ef\u00bb\u00bf)?\s{0,100}<\?xml[^>]{0,200}\sencoding=["']([\w.:-]{1,40})["']/i.exec(
      sample.subarray(0, 500).toString('latin1'),
    )?.[1]
  if (declared !== undefined && !/^utf-?8$/i.test(declared)) return requireKnown(declared, file)
  return looksLikeUtf8(sample) ? 'utf-8' : (guessJapanese(sample) ?? 'windows-1252')
}

/** A few broken bytes are broken bytes; when most of what is not ASCII is broken, the file is of another encoding. */
function looksLikeUtf8(sample: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(sample, { stream: true })
  let lost = 0
  let other = 0
  for (const match of text.matchAll(/\P{ASCII}/gu)) {
    if (match[0] === '\ufffd') lost += 1
    else other += 1
  }
  return lost <= other
}

function requireKnown(label: string, file: string): string {
  try {
    return new TextDecoder(label).encoding
  } catch {
    throw new ImportError(
      `${file} says it is written in "${label}", which is no known encoding. Save it as UTF-8.`,
    )
  }
}

async function readSample(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function toRange(first: number, last: number): string {
  return `${String.fromCharCode(first)}-${String.fromCharCode(last)}`
}
