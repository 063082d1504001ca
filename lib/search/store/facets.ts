/** What a search can be narrowed to, beside the time. */
export type Facet = 'section' | 'author' | 'tag'

/** A private character begins the word of a facet: no reader's word has one, as `tokenize` drops it. */
export const FACET_MARK = '\ue000'

/** The word that stands for a section, author or tag in the index of words: of its URL segment, letters spelt as codes. */
export function toFacetWord(facet: Facet, slug: string): string {
  const spelt = Buffer.from(slug.normalize('NFC')).toString('hex').slice(0, 400)
  return `${FACET_MARK}${facet.charAt(0)}${spelt}`
}
