import { isMapping } from '../front-matter/plain-values.ts'

/** A value under the key its writer chose, so that what is said about it names that key. */
export type RawValue = { key: string; value: unknown }

/** The text of a value that may be a scalar or a list of one; '' for what is no text. */
export function toText(value: unknown): string {
  if (Array.isArray(value)) return toText(value[0])
  return value === null || value === undefined || isMapping(value) ? '' : String(value)
}
