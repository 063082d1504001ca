import { toString as toText } from 'hast-util-to-string'
import { collapse } from './nodes.ts'
import { parseHtml } from './tree/parse-html.ts'

/** HTML of a title or an excerpt → its words: entities decoded, tags taken away, white space collapsed. */
export function toWords(html: string): string {
  if (!/[<&]/.test(html)) return collapse(html)
  const tree = parseHtml(html.slice(0, 100_000))
  return tree === null ? collapse(html) : collapse(toText(tree))
}
