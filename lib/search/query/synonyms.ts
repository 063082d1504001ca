import { parseQuery } from './parse-query.ts'

/** Lists of phrases that mean the same, each phrase as the words it is indexed as. */
export type Synonyms = string[][][]

/** The synonyms of `site.yaml` as words of the index. What has no word in it is left out. */
export function toSynonyms(lists: readonly (readonly string[])[]): Synonyms {
  return lists.map((list) => list.map(toPhrase).filter((words) => words.length > 0))
}

/** The other phrases of each list that has one of these. */
export function listSynonyms(synonyms: Synonyms, phrases: readonly string[][]): string[][] {
  const asked = new Set(phrases.map(toKey))
  return synonyms
    .filter((list) => list.some((phrase) => asked.has(toKey(phrase))))
    .flatMap((list) => list.filter((phrase) => !asked.has(toKey(phrase))))
}

/** Read as readers' phrases are, so that they are the same words. */
function toPhrase(text: string): string[] {
  return parseQuery(`"${text.replace(/["“”„«»「」『』]/g, ' ')}"`, 'UTC').terms[0]?.words ?? []
}

function toKey(phrase: readonly string[]): string {
  return phrase.join(' ')
}
