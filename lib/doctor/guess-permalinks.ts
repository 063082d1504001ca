import { toTitleName } from '#lib/content/fields/permalinks.ts'
import { toAliasKey } from '#lib/index/addresses/alias-key.ts'

/** A story as its addresses may name it. `date` is the day in the paper's zone, `YYYY-MM-DD`, null for a page. */
export type StoryNames = {
  slug: string
  /** The file's name without ending. */
  filename: string
  title: string
  date: string | null
  section: string | null
  tags: readonly string[]
  language: string
}

/** A pattern for `permalinks:` in site.yaml, and the old paths that it answers, of those it was guessed from. */
export type GuessedPermalink = { pattern: string; answers: readonly string[] }

export type PermalinkGuess = { permalinks: GuessedPermalink[]; unanswered: string[] }

/** A pattern that explains fewer of the addresses than this is chance. */
const MIN_ANSWERS = 2
const MAX_PATTERNS = 20
const MAX_CHOICES = 32

/**
 * Guesses how an old site made its addresses: each path is matched with the story it names, its parts are turned into
 * the tokens that would have made them (`/2014/06/30/ferry/` → `/:year/:month/:day/:title/`), and the patterns that
 * explain most come first.
 */
export function guessPermalinks(paths: readonly string[], stories: readonly StoryNames[]): PermalinkGuess {
  const byName = indexByName(stories)
  const patterns = new Map<string, Set<string>>()
  for (const path of new Set(paths)) {
    for (const pattern of listPatterns(path, byName)) {
      patterns.set(pattern, (patterns.get(pattern) ?? new Set()).add(path))
    }
  }
  return choose(paths, patterns)
}

/** The guess without what the site would not answer after all. `addresses` are all it would, as `toAliasKey` writes them. */
export function keepAnswered(
  paths: readonly string[],
  { permalinks }: PermalinkGuess,
  addresses: ReadonlySet<string>,
): PermalinkGuess {
  const isAnswered = (path: string) => addresses.has(toAliasKey(path))
  return {
    permalinks: permalinks
      .map(({ pattern, answers }) => ({ pattern, answers: answers.filter(isAnswered) }))
      .filter(({ answers }) => answers.length > 0),
    unanswered: paths.filter((path) => !isAnswered(path)),
  }
}

/** Always the pattern that answers most of what is left. */
function choose(paths: readonly string[], patterns: Map<string, Set<string>>): PermalinkGuess {
  const left = new Set(paths)
  const permalinks: GuessedPermalink[] = []
  while (permalinks.length < MAX_PATTERNS) {
    const ranked = Array.from(patterns, ([pattern, answers]) => ({
      pattern,
      answers: [...answers].filter((path) => left.has(path)),
    })).sort(
      (one, other) => other.answers.length - one.answers.length || rank(one.pattern) - rank(other.pattern),
    )
    const [best] = ranked
    if (best === undefined || best.answers.length < MIN_ANSWERS) break
    permalinks.push(best)
    for (const path of best.answers) left.delete(path)
  }
  return { permalinks, unanswered: [...left] }
}

/** Of two patterns that explain as much, the one with more tokens says more; days and months are rarely bare numbers. */
function rank(pattern: string): number {
  return pattern.split(':i_').length - 10 * pattern.split(':').length
}

function indexByName(stories: readonly StoryNames[]): Map<string, StoryNames[]> {
  const byName = new Map<string, StoryNames[]>()
  for (const story of stories) {
    const names = new Set([story.slug, story.filename, toTitleName(story.title)].map(toKey))
    for (const name of names) byName.set(name, [...(byName.get(name) ?? []), story])
  }
  return byName
}

/** Every pattern that would give a story's path exactly. */
function listPatterns(path: string, byName: ReadonlyMap<string, StoryNames[]>): string[] {
  const [pathname = '', query] = path.split('?')
  if (query !== undefined) return []
  const parts = pathname.split('/')
  const at = parts.findLastIndex((part) => part !== '' && !/^index\.\w+$/.test(part))
  const { name, ending } = splitEnding(parts[at] ?? '')
  const found = byName.get(toKey(name)) ?? []
  return [...new Set(found.flatMap((story) => toPatterns(parts, at, { name, ending }, story)))]
}

function toPatterns(
  parts: readonly string[],
  at: number,
  { name, ending }: { name: string; ending: string },
  story: StoryNames,
): string[] {
  const token = toNameToken(name, story)
  const options = parts.map((part, index) => (index === at ? [`${token}${ending}`] : toTokens(part, story)))
  // A year in the path that is not the story's names another story of that name.
  const hasForeignYear = parts.some(
    (part, index) => /^(?:19|20)\d{2}$/.test(part) && options[index]?.[0] !== ':year',
  )
  return hasForeignYear ? [] : combine(options).map((tokens) => tokens.join('/'))
}

/** Every choice of one from each list, the first ones first. */
function combine(options: readonly string[][]): string[][] {
  return options.reduce<string[][]>(
    (chosen, list) => chosen.flatMap((before) => list.map((one) => [...before, one])).slice(0, MAX_CHOICES),
    [[]],
  )
}

function toNameToken(name: string, story: StoryNames): string {
  const key = toKey(name)
  if (key === toKey(story.slug)) return ':slug'
  return key === toKey(toTitleName(story.title)) ? ':title' : ':filename'
}

/** What may have made a part of a path: the 30th is `:day` and `:i_day`, the 6th written `6` only the latter. */
function toTokens(part: string, { date, section, tags, language }: StoryNames): string[] {
  const [year = '', month = '', day = ''] = (date ?? '').split('-')
  const key = toKey(part)
  if (part === '') return ['']
  const made = [
    [':year', part === year],
    [':month', part === month],
    [':day', part === day],
    [':i_month', part === String(Number(month))],
    [':i_day', part === String(Number(day))],
    [':categories', [section ?? '', ...tags].some((name) => toKey(name) === key)],
    [':lang', key === language.toLowerCase()],
  ] as const
  const tokens = made.flatMap(([token, isMade]) => (isMade ? [token] : []))
  return tokens.length === 0 ? [part] : tokens
}

function splitEnding(part: string): { name: string; ending: string } {
  const at = part.search(/\.(?:html?|php|aspx?)$/i)
  return at < 0 ? { name: part, ending: '' } : { name: part.slice(0, at), ending: part.slice(at) }
}

function toKey(name: string): string {
  try {
    return decodeURIComponent(name).normalize('NFC').toLowerCase().replace(/[\s_]/g, '-')
  } catch {
    return name.toLowerCase()
  }
}
