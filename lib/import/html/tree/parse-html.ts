import type { Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { parseFragment } from 'parse5'

/** HTML longer than this is kept as it is: making Markdown of it would take minutes. */
const MAX_LENGTH = 4_000_000

/**
 * HTML as a tree, as `rehype-parse` gives it but without the place of each node in the text, which takes half of its time; null
 * when it is too long or nested too deeply.
 */
export function parseHtml(html: string): Root | null {
  if (html.length > MAX_LENGTH) return null
  try {
    const tree = fromParse5(parseFragment(html, { scriptingEnabled: false }))
    return tree.type === 'root' ? tree : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
