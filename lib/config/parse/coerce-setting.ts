import type { z } from 'zod'

type Issue = z.core.$ZodIssue

const YES = /^(?:yes|on|true)$/i
const NO = /^(?:no|off|false)$/i

/**
 * A setting as it was meant, where what its schema expects leaves no doubt: `"yes"` for true, `"20"` for a number, one text
 * where a list of texts is asked for, a space around a word.
 */
export function coerceByIssues(written: unknown, findIssues: (value: unknown) => readonly Issue[]): unknown {
  const trimmed = typeof written === 'string' ? written.replace(/^[\s\u00a0]+/, '').trimEnd() : written
  const changes = findIssues(trimmed).flatMap((issue) => toChange(trimmed, issue))
  if (changes.length === 0) return trimmed
  const wrong = new Set(findIssues(replaceAll(trimmed, changes)).map(({ path }) => toKey(path)))
  return replaceAll(
    trimmed,
    changes.filter(({ path, isSure }) => isSure || !wrong.has(toKey(path))),
  )
}

/** What a part of a setting was meant as. `isSure`: also where it is no better, as a number that is too large. */
type Change = { path: readonly PropertyKey[]; meant: unknown; isSure: boolean }

function toChange(value: unknown, issue: Issue): Change[] {
  if (issue.code !== 'invalid_type') return []
  const found = pick(value, issue.path)
  const meant = typeof found === 'string' ? coerceText(found, issue.expected) : undefined
  const isSure = issue.expected === 'number' || issue.expected === 'int'
  return meant === undefined ? [] : [{ path: issue.path, meant, isSure }]
}

function coerceText(text: string, expected: string): unknown {
  const plain = text.trim()
  switch (expected) {
    case 'boolean':
      return YES.test(plain) ? true : NO.test(plain) ? false : undefined
    case 'number':
    case 'int':
      return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(plain) ? Number(plain) : undefined
    case 'array':
      return plain === '' ? undefined : [plain]
    default:
      return undefined
  }
}

/**
 * A setting without what is wrong in it: names that there are not, members at their default, items of a list. Undefined
 * where the whole of it is wrong.
 */
export function dropFaulty(value: unknown, issues: readonly Issue[]): unknown {
  if (issues.some(({ code, path }) => path.length === 0 && code !== 'unrecognized_keys')) return undefined
  const faulty = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => toPart([...issue.path, key]))
      : [toPart(issue.path)],
  )
  return removeAll(value, faulty)
}

/**
 * Of a list, the item that something is wrong in is dropped as a whole: what it was to say is not known then, and a group of
 * robots that lost one of its rules would allow more than anybody wrote.
 */
function toPart(path: readonly PropertyKey[]): PropertyKey[] {
  const item = path.findIndex((part) => typeof part === 'number')
  return item === -1 ? [...path] : path.slice(0, item + 1)
}

function pick(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((inner, part) => (isHolder(inner) ? Reflect.get(inner, part) : undefined), value)
}

function replaceAll(value: unknown, changes: readonly Change[]): unknown {
  const root = { value: copy(value) }
  for (const { path, meant } of changes) {
    const { holder, part } = findHolder(root, path)
    if (isHolder(holder)) Reflect.set(holder, part, meant)
  }
  return root.value
}

/** The places of items hold until all are known that go. */
function removeAll(value: unknown, paths: readonly (readonly PropertyKey[])[]): unknown {
  const root = { value: copy(value) }
  const items = new Map<unknown[], Set<PropertyKey>>()
  for (const path of paths) {
    const { holder, part } = findHolder(root, path)
    if (Array.isArray(holder)) items.set(holder, (items.get(holder) ?? new Set()).add(part))
    else if (isHolder(holder)) Reflect.deleteProperty(holder, part)
  }
  for (const [list, places] of items) {
    const kept = list.filter((_item, at) => !places.has(at))
    list.length = 0
    for (const item of kept) list.push(item)
  }
  return root.value
}

/** What the part at the end of a path stands in. */
function findHolder(root: { value: unknown }, path: readonly PropertyKey[]) {
  const whole = ['value', ...path]
  return { holder: pick(root, whole.slice(0, -1)), part: whole.at(-1) ?? 'value' }
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy)
  if (!isMapping(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]))
}

function toKey(path: readonly PropertyKey[]): string {
  return JSON.stringify(path)
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
