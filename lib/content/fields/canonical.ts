import { type Parsed, reportWarning } from '../diagnostic.ts'
import { type RawValue, toText } from '../keys/raw-value.ts'

/** Where a story was first published: an absolute http(s) address, or null. */
export function parseCanonical([first]: RawValue[]): Parsed<string | null> {
  if (first === undefined) return { value: null, diagnostics: [] }
  const written = toText(first.value).trim()
  const url = URL.parse(written)
  if (url !== null && /^https?:$/.test(url.protocol)) return { value: url.href, diagnostics: [] }
  const message = 'this is not an absolute address, so it was not used'
  const hint = 'Write the whole address, with https://'
  return { value: null, diagnostics: [reportWarning({ field: first.key, found: written, message, hint })] }
}
