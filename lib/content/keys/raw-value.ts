import { isMapping, type PlainValues } from '../front-matter/plain-values.ts'

/** A value under the key its writer chose, so that what is said about it names that key. */
export type RawValue = { key: string; value: unknown }

/** The text of a value that may be a scalar or a list of one; '' for what is no text. */
export function toText(value: unknown): string {
  if (Array.isArray(value)) return toText(value[0])
  return value === null || value === undefined || isMapping(value) ? '' : String(value)
}

/** The keys of a mapping that says no more of each than yes or no, `{ferry: true, quay: , crane: false}`: those that are on. Null for any other. */
export function listSwitchedOn(mapping: PlainValues): string[] | null {
  const entries = Object.entries(mapping)
  const isSwitches = entries.every(([, value]) => value === null || typeof value === 'boolean')
  return entries.length > 0 && isSwitches
    ? entries.flatMap(([key, value]) => (value === false ? [] : [key]))
    : null
}
