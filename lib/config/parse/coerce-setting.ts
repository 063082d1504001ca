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
  return findIssues(trimmed).reduce<unknown>((value, issue) => {
    if (issue.code !== 'invalid_type') return value
    const found = pick(value, issue.path)
    if (typeof found !== 'string') return value
    const meant = coerceText(found, issue.expected)
    if (meant === undefined) return value
    const candidate = replace(value, issue.path, meant)
    const isBetter = !findIssues(candidate).some((other) => isSamePath(other.path, issue.path))
    return isBetter || issue.expected === 'number' || issue.expected === 'int' ? candidate : value
  }, trimmed)
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
  const members = faulty.filter((path) => typeof path.at(-1) !== 'number')
  const items = faulty.filter(
    (path, at) =>
      typeof path.at(-1) === 'number' && faulty.findIndex((other) => isSamePath(other, path)) === at,
  )
  return items.toSorted(byLastItem).reduce(remove, members.reduce(remove, value))
}

/**
 * Of a list, the item that something is wrong in is dropped as a whole: what it was to say is not known then, and a group of
 * robots that lost one of its rules would allow more than anybody wrote.
 */
function toPart(path: readonly PropertyKey[]): PropertyKey[] {
  const item = path.findIndex((part) => typeof part === 'number')
  return item === -1 ? [...path] : path.slice(0, item + 1)
}

/** Later items go first, so that the places of the others stay true. */
function byLastItem(a: readonly PropertyKey[], b: readonly PropertyKey[]): number {
  return Number(b.at(-1)) - Number(a.at(-1))
}

function isSamePath(a: readonly PropertyKey[], b: readonly PropertyKey[]): boolean {
  return a.length === b.length && a.every((part, at) => part === b[at])
}

function pick(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((inner, part) => (inner instanceof Object ? Reflect.get(inner, part) : undefined), value)
}

function replace(value: unknown, path: readonly PropertyKey[], meant: unknown): unknown {
  const [part, ...rest] = path
  if (part === undefined) return meant
  if (Array.isArray(value)) return value.map((item, at) => (at === part ? replace(item, rest, meant) : item))
  if (!isMapping(value)) return value
  return { ...value, [part]: replace(value[String(part)], rest, meant) }
}

function remove(value: unknown, path: readonly PropertyKey[]): unknown {
  const [part, ...rest] = path
  if (part === undefined) return value
  if (Array.isArray(value))
    return rest.length === 0
      ? value.filter((_item, at) => at !== part)
      : value.map((item, at) => (at === part ? remove(item, rest) : item))
  if (!isMapping(value)) return value
  const others = Object.entries(value).filter(([key]) => key !== part)
  const kept =
    rest.length === 0 || !(String(part) in value) ? [] : [[part, remove(value[String(part)], rest)]]
  return Object.fromEntries([...others, ...kept])
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
