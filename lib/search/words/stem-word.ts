import { newStemmer } from 'snowball-stemmers'

/** Snowball's algorithms, by the language they are for. */
const ALGORITHMS = new Map([
  ['ar', 'arabic'],
  ['ca', 'catalan'],
  ['cs', 'czech'],
  ['da', 'danish'],
  ['de', 'german'],
  ['en', 'english'],
  ['es', 'spanish'],
  ['eu', 'basque'],
  ['fi', 'finnish'],
  ['fr', 'french'],
  ['ga', 'irish'],
  ['hu', 'hungarian'],
  ['hy', 'armenian'],
  ['it', 'italian'],
  ['nb', 'norwegian'],
  ['nl', 'dutch'],
  ['nn', 'norwegian'],
  ['no', 'norwegian'],
  ['pt', 'portuguese'],
  ['ro', 'romanian'],
  ['ru', 'russian'],
  ['sl', 'slovene'],
  ['sv', 'swedish'],
  ['ta', 'tamil'],
  ['tr', 'turkish'],
])

const stemmers = new Map<string, { stem(word: string): string }>()

/** The language of a tag as it has a stemmer: `de-AT` → `de`; null where there is none. */
export function toStemmed(language: string): string | null {
  const [primary = ''] = language.toLowerCase().split('-')
  return ALGORITHMS.has(primary) ? primary : null
}

const MAX_KNOWN = 50_000
const known = new Map<string, string>()

/** What a folded word has in common with its inflected forms. A word of a language without a stemmer is its own stem. */
export function stemWord(word: string, language: string): string {
  const key = `${language} ${word}`
  const before = known.get(key)
  if (before !== undefined) return before
  const stem = toStem(word, language)
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(key, stem)
  return stem
}

function toStem(word: string, language: string): string {
  const algorithm = ALGORITHMS.get(language)
  if (algorithm === undefined) return word
  const stemmer = stemmers.get(language) ?? newStemmer(algorithm)
  stemmers.set(language, stemmer)
  return stemmer.stem(word)
}
