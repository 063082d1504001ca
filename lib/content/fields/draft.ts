import { type Diagnostic, type Parsed, reportWarning } from '../diagnostic.ts'
import { type RawValue, toText } from '../keys/field-keys.ts'

const YES = /^(?:true|yes|y|on|1)$/i
const NO = /^(?:false|no|n|off|0)$/i
const DRAFT_STATUS = /^(?:draft|auto-draft|pending|private|hidden|trash|unpublished)$/i

/** Whether a post is a draft: by `draft`, by `published: false`, by its `status`, or by lying in Jekyll's `_drafts`. */
export function parseDraft(draft: RawValue[], published: RawValue[], path: string): Parsed<boolean> {
  const diagnostics: Diagnostic[] = []
  const isDraft = [...draft].map((raw) => readDraft(raw, diagnostics)).includes(true)
  const isUnpublished = published.some(
    ({ key, value }) => key.toLowerCase() === 'published' && NO.test(toText(value)),
  )
  return { value: isDraft || isUnpublished || /(?:^|\/)_drafts\//.test(path), diagnostics }
}

/** `published: true` says that a post is out, not when. */
export function isPublishedFlag({ key, value }: RawValue): boolean {
  return key.toLowerCase() === 'published' && (YES.test(toText(value)) || NO.test(toText(value)))
}

function readDraft({ key, value }: RawValue, diagnostics: Diagnostic[]): boolean {
  const text = toText(value).trim()
  if (key.toLowerCase() === 'status') return DRAFT_STATUS.test(text)
  if (YES.test(text) || NO.test(text)) return YES.test(text)
  const message = 'this is neither true nor false; the post was kept as a draft'
  diagnostics.push(
    reportWarning({ field: key, found: text, message, hint: 'Write draft: true or draft: false' }),
  )
  return true
}
