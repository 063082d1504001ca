import type { z } from 'zod'
import type { Problem } from '#lib/problems/problem.ts'
import { isOneEditAway } from '#lib/text/edit-distance.ts'
import { findYamlLine, type YamlPath } from '#lib/text/yaml-locations.ts'
import { readSettings, type SettingError } from './read-settings.ts'
import { defaultSite, type Site, siteSchema } from './site.ts'

/** The site is whole whatever the problems are: a setting that cannot be used is at its default. */
export type ParsedSite = { site: Site; problems: Problem[] }

const NUMERIC_SETTINGS = new Set(['pageSize', 'prerender', 'removalGraceMinutes'])

/** Settings beside which somebody may write a credential, though it has no place there: their values are never shown. */
const MAY_HOLD_SECRETS = new Set(['purge'])

/** Lists whose items are independent: an invalid item is dropped, the others are kept. */
const LISTS_OF_THEIR_OWN = new Set(['permalinks', 'redirects'])

/**
 * The text of `site.yaml` → the site's settings. `null` means that there is no such file: all defaults, no problem.
 * `file` is what problems call it.
 */
export function parseSite(text: string | null, file: string): ParsedSite {
  if (text === null) return { site: defaultSite, problems: [] }
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const { values, errors } = readSettings(source)
  const problems = errors.map((error) => reportSyntaxError(error, file))
  const good: Record<string, unknown> = {}
  for (const [key, written] of Object.entries(values)) {
    const value = toNumber(key, written)
    const issues = isSetting(key) ? findIssues(key, value) : []
    const locate = (path: YamlPath): SettingLocation => ({ file, line: findYamlLine(source, [key, ...path]) })
    if (!isSetting(key)) problems.push(reportUnknown(key, locate([])))
    else if (value !== null && issues.length === 0) good[key] = value
    else if (LISTS_OF_THEIR_OWN.has(key)) good[key] = dropFaulty(value, issues)
    for (const issue of issues)
      problems.push(reportIssue(key, written, issue, locate(toYamlPath(issue.path))))
  }
  return { site: siteSchema.parse(good), problems }
}

type Setting = keyof typeof siteSchema.shape
type SettingLocation = Pick<Problem, 'file' | 'line'>

function isSetting(key: string): key is Setting {
  return Object.hasOwn(siteSchema.shape, key)
}

/** `name:` with nothing after it is no name: the default, like a line that is not there. */
function findIssues(key: Setting, value: unknown): z.core.$ZodIssue[] {
  return value === null ? [] : (siteSchema.shape[key].safeParse(value).error?.issues ?? [])
}

/** The items that nothing is wrong with; all are gone where something is wrong with the list as a whole. */
function dropFaulty(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown[] {
  const faulty = new Set(issues.map(({ path: [at] }) => at))
  return Array.isArray(value) && !faulty.has(undefined) ? value.filter((_item, at) => !faulty.has(at)) : []
}

function toNumber(key: string, written: unknown): unknown {
  return NUMERIC_SETTINGS.has(key) && typeof written === 'string' && /^\d+$/.test(written)
    ? Number(written)
    : written
}

function toYamlPath(path: PropertyKey[]): YamlPath {
  return path.map((part) => (typeof part === 'number' ? part : String(part)))
}

function reportIssue(
  key: string,
  written: unknown,
  issue: z.core.$ZodIssue,
  location: SettingLocation,
): Problem {
  const field = [key, ...issue.path].join('.')
  const hint = LISTS_OF_THEIR_OWN.has(key)
    ? 'Correct it; until then the site does without it'
    : `Correct it; until then the site uses the default of ${key}`
  return {
    severity: 'error',
    ...location,
    field,
    found: MAY_HOLD_SECRETS.has(key) ? '' : toFound(pick(written, issue.path)),
    message: issue.message,
    hint,
  }
}

function reportSyntaxError({ field, line, reason }: SettingError, file: string): Problem {
  const hint = 'Correct this line; text with a colon or a # in it goes between quotation marks'
  return { severity: 'error', file, line, field, found: '', message: `this cannot be read: ${reason}`, hint }
}

function reportUnknown(key: string, location: SettingLocation): Problem {
  const plain = toPlainName(key)
  const guess = Object.keys(siteSchema.shape).find(
    (name) => toPlainName(name) === plain || isOneEditAway(plain, toPlainName(name)),
  )
  const hint = guess === undefined ? 'Remove it' : `Did you mean ${guess}?`
  return { severity: 'error', ...location, field: key, found: key, message: 'there is no such setting', hint }
}

/** `time_zone`, `Time-Zone` and `timeZone` are one name to a reader. */
function toPlainName(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '')
}

function pick(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((inner, part) => (inner instanceof Object ? Reflect.get(inner, part) : undefined), value)
}

function toFound(written: unknown): string {
  const text = typeof written === 'string' ? written : (JSON.stringify(written) ?? '')
  return text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text
}
