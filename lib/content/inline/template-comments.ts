/**
 * Remarks of template languages and editors, which no reader is to see: Nunjucks and Twig, Kramdown, MDX, CriticMarkup,
 * ERB, Obsidian; and Kramdown's options. `open` is looked for at a place.
 */
const COMMENTS: readonly { open: RegExp; close: string }[] = [
  { open: /\{#-?(?=[\s#])/y, close: '#}' },
  { open: /\{::comment\}/y, close: '{:/comment}' },
  { open: /\{::(?:options|nomarkdown|encoding)\b[^{}\n]{0,300}\}|\{:\/[a-z]{0,20}\}/y, close: '' },
  { open: /\{\/\*/y, close: '*/}' },
  { open: /\{>>/y, close: '<<}' },
  { open: /<%(?:#|--)/y, close: '%>' },
  { open: /(?<![^\s])%%(?=[^%\n])/y, close: '%%' },
]

/** Where any of these may begin. */
const MAY_BE_COMMENT = /\{[#:/>]|<%[#-]|%%/

/** Longer ones are text. */
const MAX_COMMENT = 20_000

/** Behind the remark that begins at `at`; null where none does, or it is never closed. */
export function skipComment(text: string, at: number): number | null {
  for (const { open, close } of COMMENTS) {
    open.lastIndex = at
    if (!open.test(text)) continue
    if (close === '') return open.lastIndex
    const end = text.slice(open.lastIndex, open.lastIndex + MAX_COMMENT).indexOf(close)
    return end === -1 ? null : open.lastIndex + end + close.length
  }
  return null
}

/** A text without them, for where code need not be told apart. */
export function dropComments(text: string): string {
  if (!MAY_BE_COMMENT.test(text)) return text
  let kept = ''
  let done = 0
  for (const { index } of text.matchAll(/\{[#:/>]|<%[#-]|%%/g)) {
    const end = index < done ? null : skipComment(text, index)
    if (end === null) continue
    kept += text.slice(done, index)
    done = end
  }
  return kept + text.slice(done)
}
