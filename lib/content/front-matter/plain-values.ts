/** Front matter as plain JSON values: nothing shared, nothing deep, nothing with a prototype of its own. */
export type PlainValues = Record<string, unknown>

const MAX_DEPTH = 100
const MAX_VALUES = 10_000
const MAX_CHARACTERS = 10_000_000

/**
 * Copies what a parser returned. Aliases are written out, so a bomb of them is stopped here by its size; dates
 * become the text they were written as; `__proto__` is dropped.
 *
 * @throws {Error} when the values are no mapping, too many, too long or too deep.
 */
export function toPlainValues(parsed: unknown): PlainValues {
  if (!isMapping(parsed)) throw new Error('the front matter is not made of `key: value` lines')
  return copyMapping(parsed, { values: 0, characters: 0 }, 0)
}

/** True for an object that is neither a list nor a date. */
export function isMapping(value: unknown): value is PlainValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

type CopyBudget = { values: number; characters: number }

function copyMapping(mapping: PlainValues, budget: CopyBudget, depth: number): PlainValues {
  const copy: PlainValues = {}
  for (const [key, value] of Object.entries(mapping)) {
    if (key !== '__proto__') copy[key] = copyValue(value, budget, depth + 1)
  }
  return copy
}

function copyValue(value: unknown, budget: CopyBudget, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new Error(`values are nested more than ${MAX_DEPTH} deep`)
  if (++budget.values > MAX_VALUES)
    throw new Error(`there are more than ${MAX_VALUES} values, aliases written out`)
  if (typeof value === 'string') return copyText(value, budget)
  if (Array.isArray(value)) return value.map((item) => copyValue(item, budget, depth + 1))
  if (value instanceof Date) return value.toISOString()
  return isMapping(value) ? copyMapping(value, budget, depth) : value
}

function copyText(text: string, budget: CopyBudget): string {
  budget.characters += text.length
  if (budget.characters > MAX_CHARACTERS) throw new Error('the values are too long, aliases written out')
  return text
}
