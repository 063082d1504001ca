type Patterns = { line: RegExp; stuck: RegExp; words: readonly string[] }

const patterns = new WeakMap<readonly string[], Patterns>()

/**
 * Empties the lines of a body that hold a boilerplate word and nothing else, `Advertisement` for one. The lines
 * themselves stay, so that the numbers of those below still hold.
 */
export function dropBoilerplateLines(body: string, words: readonly string[]): string {
  const { line } = getPatterns(words)
  return line.test(body) ? body.replace(line, '') : body
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
  // An empty list must match nothing, not everything.
  const any = words.length === 0 ? '(?!)' : words.map((word) => RegExp.escape(word.trim())).join('|')
  const made = {
    line: new RegExp(`^[ \\t\\u00a0>]*[*_]{0,3}(?:${any})[*_]{0,3}[ \\t\\u00a0]*$`, 'gim'),
    stuck: new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?=["“‘«]?\\p{Lu})`, 'gu'),
    words,
  }
  patterns.set(words, made)
  return made
}
