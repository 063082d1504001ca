import { type Parsed, reportWarning } from '../diagnostic.ts'
import { type RawValue, toText } from '../keys/raw-value.ts'

/** Who may read a story to its end. */
export const ACCESS = ['free', 'subscribers'] as const

export type Access = (typeof ACCESS)[number]

const FREE = /^(?:free|public|open|all|everyone|everybody)$/
const PAID = /^(?:subscribers?|members?|paid|premium)$/

/** Whether a key says that subscribers read the whole story: everybody reads its free part. */
export function isForSubscribers({ key, value }: RawValue): boolean {
  return key.toLowerCase() === 'access' && /^subscribers?$/i.test(toText(value).trim())
}

/** `access: subscribers`. What cannot be read keeps the story closed: a slip gives nothing away. */
export function parseAccess([first]: RawValue[]): Parsed<Access> {
  const written = toText(first?.value).trim().toLowerCase()
  if (first === undefined || FREE.test(written)) return { value: 'free', diagnostics: [] }
  if (PAID.test(written)) return { value: 'subscribers', diagnostics: [] }
  const message = 'this is neither free nor subscribers; the story was kept for subscribers'
  const hint = `Write ${first.key}: free or ${first.key}: subscribers`
  return {
    value: 'subscribers',
    diagnostics: [reportWarning({ field: first.key, found: first.value, message, hint })],
  }
}

/** Lines that end the free part, most explicit first: ours, Ghost's, and the end of an excerpt. */
const MARKERS = ['<!-- paywall -->', '<!--members-only-->', '<!-- more -->', '<!--more-->']

/** Without a marker so many blocks of text are free. */
const MAX_FREE_BLOCKS = 2

const FENCE = /^ {0,3}(?:`{3,}|~{3,})/
const DEFINITION = /^ {0,3}\[[^\]^\n]{1,200}\]:/

/**
 * The part of a body that everybody may read: up to the first marker, else its first two blocks. Addresses that the free
 * part's links refer to stay with it.
 */
export function cutFreePart(body: string): string {
  const lines = body.split('\n')
  const end = findMarker(lines) ?? findBlocksEnd(lines)
  const definitions = lines.slice(end).filter((line) => DEFINITION.test(line))
  const free = lines.slice(0, end).join('\n').trimEnd()
  return definitions.length === 0 ? free : `${free}\n\n${definitions.join('\n')}`
}

function findMarker(lines: readonly string[]): number | null {
  for (const marker of MARKERS) {
    const at = lines.findIndex((line) => line.trim().toLowerCase() === marker)
    if (at !== -1) return at
  }
  return null
}

/** The line after the last free block; blank lines within fenced code part no blocks. */
function findBlocksEnd(lines: readonly string[]): number {
  let blocks = 0
  let isFenced = false
  let isInBlock = false
  for (const [at, line] of lines.entries()) {
    if (FENCE.test(line)) isFenced = !isFenced
    const isBlank = line.trim() === '' && !isFenced
    if (isBlank && isInBlock && blocks === MAX_FREE_BLOCKS) return at
    if (!isBlank && !isInBlock) blocks += 1
    isInBlock = !isBlank
  }
  return lines.length
}
