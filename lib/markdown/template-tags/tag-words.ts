import type { ElementContent } from 'hast'
import { toInlineText } from '#lib/content/inline/inline-text.ts'
import { createElement } from '../rendering.ts'

const LINK = /\[([^[\]\n]{1,300})\]\(([^\s()<>]{1,1000})\)/g

/** The words of a tag's parameter: marks and tags in them are none, entities are letters, a link leads where it says. */
export function renderWords(written: string): ElementContent[] {
  const shown: ElementContent[] = []
  let done = 0
  for (const { index, 0: raw, 1: words = '', 2: href = '' } of written.matchAll(LINK)) {
    shown.push(...toText(written.slice(done, index)))
    shown.push(createElement('a', { href }, [{ type: 'text', value: toPlainWords(words) }]))
    done = index + raw.length
  }
  return [...shown, ...toText(written.slice(done))]
}

/** The same where only text can stand. */
export function toPlainWords(written: string): string {
  return toInlineText(written, () => false).replace(/^[“”„«]|[”“»]$/g, '')
}

/** Spaces beside a link stay. */
function toText(written: string): ElementContent[] {
  const before = written.trimStart() === written ? '' : ' '
  const after = written.trimEnd() === written ? '' : ' '
  const value = written.trim() === '' ? written : before + toPlainWords(written) + after
  return value === '' ? [] : [{ type: 'text', value }]
}
