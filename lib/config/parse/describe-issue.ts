import type { z } from 'zod'
import { isOneEditAway } from '#lib/text/edit-distance.ts'

/** Settings as an editor knows them: what the schema calls an array is a list. */
const KINDS: Record<string, string> = {
  array: 'a list: one item a line, with a hyphen before it',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'settings of its own, each on a line below it',
  record: 'settings of its own, each on a line below it',
  string: 'text',
}

/** What is wrong with a setting, in words for whoever writes site.yaml; `known` are the names that may stand there. */
export function describeIssue(issue: z.core.$ZodIssue, known: readonly string[]): string {
  switch (issue.code) {
    case 'invalid_type':
      return `this is not ${KINDS[issue.expected] ?? issue.expected}`
    case 'unrecognized_keys':
      return `there is no such setting here: ${issue.keys.map((key) => nameKey(key, known)).join(', ')}`
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'this is empty'
        : `this is less than ${issue.minimum}`
    case 'too_big':
      return `this is more than ${issue.maximum}${toUnit(issue.origin)}`
    default:
      return issue.message
  }
}

function nameKey(key: string, known: readonly string[]): string {
  const guess = known.find((name) => isOneEditAway(key, name))
  return guess === undefined ? `"${key}"` : `"${key}" (did you mean ${guess}?)`
}

function toUnit(origin: string): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' ? ' items' : ''
}
