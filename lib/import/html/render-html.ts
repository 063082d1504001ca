import type { ElementContent } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'

const writer = unified().use(rehypeStringify).freeze()

/** A part of a page that was read, as HTML again. */
export function renderHtml(children: ElementContent[]): string {
  return writer.stringify({ type: 'root', children })
}
