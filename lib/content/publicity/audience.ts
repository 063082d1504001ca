import { parseDate } from '../dates/dates.ts'
import { decodeText } from '../decode/decode.ts'
import { splitFences } from '../front-matter/fences.ts'
import { FIELD_KEYS } from '../keys/known-keys.ts'
import { type Meaning, meaningOfKey, toPlainKey } from '../keys/publicity-keys.ts'
import type { Post } from '../post.ts'
import { readMeaning } from './read-key.ts'
import type { Statement } from './statement.ts'

/**
 * Who may see a story, as far as its file says so in spite of its errors: nobody (`isDraft`), nobody before the moments in
 * `from`, nobody after those in `until` (ISO 8601, UTC).
 */
export type Audience = { isDraft: boolean; from: readonly string[]; until: readonly string[] }

/** Whether the public may see it at `now`. */
export function isOpenAt({ isDraft, from, until }: Audience, now: Date): boolean {
  const time = now.getTime()
  const hasBegun = from.every((instant) => Date.parse(instant) <= time)
  return !isDraft && hasBegun && until.every((instant) => Date.parse(instant) > time)
}

export function toAudience({
  draft,
  published,
  expires,
}: Pick<Post, 'draft' | 'published' | 'expires'>): Audience {
  return { isDraft: draft, from: [published], until: expires === null ? [] : [expires] }
}

/** Front matter is looked for in so many bytes: it may have fewer, and what has more is not read otherwise. */
const MAX_BYTES = 1_000_000
const MAX_LINES = 10_000
const MAX_LINE = 300

/** A key and its value, in YAML, TOML, JSON and whatever resembles them. */
const ENTRY =
  /^[ \t"']{0,20}([\p{L}_][\p{L}\p{N}_ .-]{0,60})["']?[ \t]{0,9}[:=][ \t]{0,9}["']?([^"'#]{1,60})/u

const fieldOfKey = new Map(
  (['published', 'expires'] as const).flatMap((field) =>
    FIELD_KEYS[field].map((key) => [key.toLowerCase(), field] as const),
  ),
)

/** What is plain of a single line. */
const MEANINGS: ReadonlySet<Meaning> = new Set([
  ...(['not-public', 'held', 'public', 'status', 'visibility', 'password', 'gate', 'end'] as const),
])

/**
 * The same of a file whose front matter cannot be read, or not in time: its lines are looked at one by one, so that
 * `draft: true` counts though the line above it is broken.
 */
export function readRawAudience(bytes: Uint8Array, timeZone: string): Audience {
  const statements = listFrontMatterLines(bytes)
    .flatMap((line) => line.slice(0, MAX_LINE).split(/[,{}]/))
    .map((part) => readEntry(part, timeZone))
  return {
    isDraft: statements.some(({ draft }) => draft === true),
    from: statements.flatMap(({ gate }) => gate ?? []),
    until: statements.flatMap(({ end }) => end ?? []),
  }
}

function readEntry(text: string, timeZone: string): Statement {
  const [, key = '', written = ''] = ENTRY.exec(text) ?? []
  const value = written.trim()
  const meaning = meaningOfKey.get(toPlainKey(key))
  if (meaning !== undefined)
    return MEANINGS.has(meaning) ? readMeaning(meaning, { key, value }, timeZone) : {}
  const field = fieldOfKey.get(key.toLowerCase())
  const instant = field === undefined ? null : parseDate(value, timeZone).instant
  if (instant === null) return {}
  return field === 'published' ? { gate: instant } : { end: instant }
}

/** Where nothing says that front matter ends, it does at the first blank line. */
function listFrontMatterLines(bytes: Uint8Array): string[] {
  const { kind, block } = splitFences(decodeText(bytes.subarray(0, MAX_BYTES)).value)
  const lines = block.split('\n', MAX_LINES)
  const blank = kind === 'unclosed' ? lines.findIndex((line) => line.trim() === '') : -1
  return blank === -1 ? lines : lines.slice(0, blank)
}
