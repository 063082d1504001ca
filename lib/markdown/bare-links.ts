import type { Processor } from 'unified'

/**
 * Where GFM might make a link of a bare address. An address that is written as a link already is not one; too many finds
 * cost time, too few would cost a reader the link.
 *
 * Source: https://github.github.com/gfm/#autolinks-extension-
 */
const BARE = /[\w.+-]@[\w-]|(?<![^\s(*_[\]~])www\.|(?<!\]\(<?|<|\]:[ \t]*)https?:\/\//i

/** micromark's names for the constructs that look for bare addresses, at every letter of a text. */
const CONSTRUCT = /^(?:email|protocol|www)Autolink$/

/** Whether a text may hold a bare address, as `https://example.org`, `www.example.org` or `ada@example.org`. */
export function hasBareLinks(markdown: string): boolean {
  return BARE.test(markdown)
}

/** A plugin behind remark-gfm: no bare address is looked for, which is two thirds of a parser's time. */
export function ignoreBareLinks(this: Processor): void {
  const { micromarkExtensions = [] } = this.data()
  for (const { text = {} } of micromarkExtensions) {
    for (const [code, constructs] of Object.entries(text)) {
      text[Number(code)] = [constructs ?? []].flat().filter(({ name = '' }) => !CONSTRUCT.test(name))
    }
  }
}
