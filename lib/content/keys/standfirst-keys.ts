import type { PlainValues } from '../front-matter/plain-values.ts'
import { toKeyWords } from './publicity-keys.ts'
import type { RawValue } from './raw-value.ts'

const STANDFIRST =
  /^(?:summary|description|excerpt|teaser|intro|introduction|lead|leadtext|lede|abstract|synopsis|standfirst|deck|dek|subtitle|subhead|subheading|blurb|preamble)$/
/** What else is described, summed up or introduced; and switches and settings of programs. */
const OTHER =
  /^(?:image|images|img|picture|photo|cover|banner|hero|video|audio|media|figure|author|authors|site|blog|event|product|category|section|tag|series|job|location|venue|place|book|film|map|length|type|image|id|url|link|href|class|style|file|path|separator|hide|show|no|auto|enabled|by|date|correction|update|alt)$/

/** A switch or a word is no sentence. */
const MIN_LENGTH = 12

const known = new Map<string, boolean>()

/** Values of any other keys that are named like a standfirst: `quick_summary`, `postSummary`, `intro_text`. */
export function findStandfirstKeys(extra: PlainValues): RawValue[] {
  return Object.entries(extra).flatMap(([key, value]) =>
    typeof value === 'string' && value.length >= MIN_LENGTH && namesStandfirst(key) ? [{ key, value }] : [],
  )
}

function namesStandfirst(key: string): boolean {
  const remembered = known.get(key)
  if (remembered !== undefined) return remembered
  const words = toKeyWords(key)
  const is = words.some((word) => STANDFIRST.test(word)) && !words.some((word) => OTHER.test(word))
  if (known.size < 10_000) known.set(key, is)
  return is
}
