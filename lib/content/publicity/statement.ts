import { type Diagnostic, reportWarning } from '../diagnostic.ts'
import type { RawValue } from '../keys/raw-value.ts'
import type { Crawling } from '../post.ts'

/** A day under a key that may say when a story goes out, and may say something else. */
export type PossibleGate = RawValue & { instant: string }

/** What one key says. */
export type Statement = {
  draft?: boolean
  gate?: string
  end?: string
  possibleGate?: PossibleGate
  crawling?: Crawling
  diagnostic?: Diagnostic
}

const HELD_HINT = 'Remove the key if everybody may see the story; write draft: true if nobody may'

export function hold({ key, value }: RawValue, reason: string): Statement {
  const message = `${reason}; the story was kept as a draft`
  return { draft: true, diagnostic: reportWarning({ field: key, found: value, message, hint: HELD_HINT }) }
}

export function report({ key, value }: RawValue, reason: string): Statement {
  const message = `${reason}; the story is public all the same`
  const hint = 'Write draft: true if it is not to be public, embargo: and a date if not yet'
  return { diagnostic: reportWarning({ field: key, found: value, message, hint }) }
}
