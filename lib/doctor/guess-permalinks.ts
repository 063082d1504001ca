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

/** Of two patterns that explain as much, the one with more tokens says more. */
function rank(pattern: string): number {
  return -pattern.split(':').length
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
  const others = parts.map((part, index) => (index === at ? `${token}${ending}` : toToken(part, story)))
  const dated = others.filter((part) => /^:(?:year|month|day|i_month|i_day)$/.test(part))
  // A year in the path that is not the story's names another story of that name.
  const hasForeignYear = parts.some((part) => /^(?:19|20)\d{2}$/.test(part)) && !dated.includes(':year')
  return hasForeignYear ? [] : [others.join('/')]
}

function toNameToken(name: string, story: StoryNames): string {
  const key = toKey(name)
  if (key === toKey(story.slug)) return ':slug'
  return key === toKey(toTitleName(story.title)) ? ':title' : ':filename'
}

function toToken(part: string, { date, section, tags, language }: StoryNames): string {
  const [year = '', month = '', day = ''] = (date ?? '').split('-')
  const key = toKey(part)
  if (part === '') return ''
  if (part === year) return ':year'
  if (part === month) return ':month'
  if (part === day) return ':day'
  if (part === String(Number(month))) return ':i_month'
  if (part === String(Number(day))) return ':i_day'
  if (section !== null && key === toKey(section)) return ':categories'
  if (key === language.toLowerCase()) return ':lang'
  return tags.some((tag) => toKey(tag) === key) ? ':categories' : part
}

function splitEnding(part: string): { name: string; ending: string } {
  const at = part.search(/\.(?:html?|php|aspx?)$/i)
  return at < 0 ? { name: part, ending: '' } : { name: part.slice(0, at), ending: part.slice(at) }
}

/** A title as Jekyll and Hugo make a name of it. */
function toTitleName(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

function toKey(name: string): string {
  try {
    return decodeURIComponent(name).normalize('NFC').toLowerCase().replace(/[\s_]/g, '-')
  } catch {
    return name.toLowerCase()
  }
}
