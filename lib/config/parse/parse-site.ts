import type { z } from 'zod'
import type { Problem } from '#lib/problems/problem.ts'
import { isOneEditAway } from '#lib/text/edit-distance.ts'
import { createYamlLocator, type YamlPath } from '#lib/text/yaml-locations.ts'
import { defaultSite, type Site, siteSchema } from '../site.ts'
import { coerceByIssues, dropFaulty } from './coerce-setting.ts'
import { describeIssue } from './describe-issue.ts'
import { readSettings, type SettingError } from './read-settings.ts'

/** The site is whole whatever the problems are: a setting that cannot be used is at its default. */
export type ParsedSite = { site: Site; problems: Problem[] }

/** The same, and what can be used of what was written: `siteSchema` makes the site of it. */
export type ReadSite = ParsedSite & { settings: Record<string, unknown> }

/** More problems than these are counted. */
const MAX_PROBLEMS = 200

/** Settings beside which somebody may write a credential, though it has no place there: their values are never shown. */
const MAY_HOLD_SECRETS = new Set(['purge'])

/**
 * The text of `site.yaml` → the site's settings. `null` means that there is no such file: all defaults, no problem.
 * `file` is what problems call it.
 */
export function parseSite(text: string | null, file: string): ParsedSite {
  const { site, problems } = readSite(text, file)
  return { site, problems }
}

/** As `parseSite`. */
export function readSite(text: string | null, file: string): ReadSite {
  if (text === null) return { site: defaultSite, problems: [], settings: {} }
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const { values, errors } = readSettings(source)
  const problems = createProblemList(file)
  for (const error of errors) problems.add(() => reportSyntaxError(error, file))
  const good: Record<string, unknown> = {}
  const findLine = createYamlLocator(source)
  for (const [key, written] of Object.entries(values)) {
    const locate = (path: YamlPath): SettingLocation => ({ file, line: findLine([key, ...path]) })
    if (!isSetting(key)) {
      problems.add(() => reportUnknown(key, locate([])))
      continue
    }
    const value = coerceByIssues(written, (candidate) => findIssues(key, candidate))
    const issues = findIssues(key, value)
    const rest = issues.length === 0 ? value : dropFaulty(value, issues)
    const isKept = rest !== undefined && findIssues(key, rest).length === 0
    if (value !== null && isKept) good[key] = rest
    for (const issue of issues)
      problems.add(() => reportIssue({ key, written, isKept }, issue, locate(toYamlPath(issue.path))))
  }
  return { site: siteSchema.parse(good), problems: problems.list(), settings: good }
}

/** To describe a problem takes time: those beyond the most are counted alone. */
function createProblemList(file: string) {
  const problems: Problem[] = []
  let others = 0
  return {
    add: (describe: () => Problem): void => {
      if (problems.length < MAX_PROBLEMS) problems.push(describe())
      else others += 1
    },
    list: (): Problem[] => (others === 0 ? problems : [...problems, reportOthers(others, file)]),
  }
}

function reportOthers(count: number, file: string): Problem {
  const message = `there are ${count} more problems`
  return {
    severity: 'error',
    file,
    line: 1,
    field: null,
    found: '',
    message,
    hint: 'Correct the others first',
  }
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

function toYamlPath(path: PropertyKey[]): YamlPath {
  return path.map((part) => (typeof part === 'number' ? part : String(part)))
}

type FaultySetting = { key: Setting; written: unknown; isKept: boolean }

function reportIssue(
  { key, written, isKept }: FaultySetting,
  issue: z.core.$ZodIssue,
  location: SettingLocation,
): Problem {
  const field = [key, ...issue.path].join('.')
  const hint = isKept
    ? 'Correct it; until then the site does without it'
    : `Correct it; until then the site uses the default of ${key}`
  const found = pick(written, issue.path)
  const isMissing = issue.code === 'invalid_type' && found === undefined
  const message = isMissing ? 'this is missing' : describeIssue(issue, listMembers(key))
  return {
    severity: 'error',
    ...location,
    field,
    found: MAY_HOLD_SECRETS.has(key) ? '' : toFound(found),
    message,
    hint,
  }
}

/** The names that a setting made of settings has. */
function listMembers(key: Setting): string[] {
  const value = defaultSite[key]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
}

function reportSyntaxError({ field, line, reason }: SettingError, file: string): Problem {
  const hint = 'Correct this line; text with a colon or a # in it goes between quotation marks'
  return { severity: 'error', file, line, field, found: '', message: `this cannot be read: ${reason}`, hint }
}

function reportUnknown(key: string, location: SettingLocation): Problem {
  const plain = toPlainName(key)
  const guess =
    OTHER_NAMES.get(plain) ??
    Object.keys(siteSchema.shape).find(
      (name) => toPlainName(name) === plain || isOneEditAway(plain, toPlainName(name)),
    )
  const hint = guess === undefined ? 'Remove it' : `Did you mean ${guess}?`
  return { severity: 'error', ...location, field: key, found: key, message: 'there is no such setting', hint }
}

/** What other programs call the same, plain. */
const OTHER_NAMES = new Map(
  Object.entries({
    name: 'title sitetitle sitename blogname',
    tagline: 'slogan strapline subtitle subheading',
    language: 'lang locale languagecode defaultlanguage defaultcontentlanguage htmllang',
    timeZone: 'tz zone timezonename',
    pageSize: 'paginate pagination perpage postsperpage pagersize defaultpagination',
    permalinks: 'permalink permalinkpattern permalinkstructure',
    redirects: 'redirections rewrites',
    social: 'socials sociallinks profiles',
    sections: 'categories nav menu menus',
    verification: 'webmasterverifications googlesiteverification siteverification',
    'the variable SITE_URL, which is no setting': 'url baseurl siteurl rooturl root host domain',
  }).flatMap(([name, others]) => others.split(' ').map((other) => [other, name] as const)),
)

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
