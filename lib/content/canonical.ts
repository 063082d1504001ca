import { type RawValue, toText } from './dialect.ts'
import { type Reading, warn } from './finding.ts'

/** Where a story was first published: an absolute http(s) address, or null. */
export function parseCanonical([first]: RawValue[]): Reading<string | null> {
  if (first === undefined) return { value: null, findings: [] }
  const written = toText(first.value).trim()
  const url = URL.parse(written)
  if (url !== null && /^https?:$/.test(url.protocol)) return { value: url.href, findings: [] }
  const message = 'this is not an absolute address, so it was not used'
  const mend = 'Write the whole address, with https://'
  return { value: null, findings: [warn({ field: first.key, found: written, message, mend })] }
}
