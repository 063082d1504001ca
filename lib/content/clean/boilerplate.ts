type Patterns = { line: RegExp; stuck: RegExp; spellings: string[] }

const patterns = new WeakMap<readonly string[], Patterns>()

/**
 * Empties the lines of a body that hold a boilerplate word and nothing else, `Advertisement` for one. The lines
 * themselves stay, so that the numbers of those below still hold.
 */
export function dropBoilerplateLines(body: string, words: readonly string[]): string {
  const { line, spellings } = getPatterns(words)
  return spellings.some((word) => body.includes(word)) ? body.replace(line, '') : body
}

/**
 * Cuts the same words out of a description where they stick to the capital of what follows:
 * `AdvertisementHe has` → `He has`, while `Advertisements are` stays.
 */
export function dropStuckBoilerplate(text: string, words: readonly string[]): string {
  return words.some((word) => text.includes(word)) ? text.replace(getPatterns(words).stuck, '') : text
}

function getPatterns(words: readonly string[]): Patterns {
  const known = patterns.get(words)
  if (known !== undefined) return known
  const spellings = words.flatMap((word) => [word, word.toLowerCase(), word.toUpperCase()])
  const made = {
    line: new RegExp(`^[ \\t\\u00a0>]*[*_]{0,3}${toChoice(spellings)}[*_]{0,3}[ \\t\\u00a0]*$`, 'gm'),
    stuck: new RegExp(`(?<![\\p{L}\\p{N}])${toChoice(words)}(?=["“‘«]?\\p{Lu})`, 'gu'),
    spellings,
  }
  patterns.set(words, made)
  return made
}

/** An empty list must match nothing, not everything. */
function toChoice(words: readonly string[]): string {
  return words.length === 0 ? '(?!)' : `(?:${words.map((word) => RegExp.escape(word)).join('|')})`
}
