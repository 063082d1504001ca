const ESCAPES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/** What can be shown of a text no parser should meet: its words, escaped, a paragraph for each block of lines. */
export function renderPlainText(text: string): string {
  return text
    .split(/\n[ \t]*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => `<p>${block.replace(/[&<>"]/g, (mark) => ESCAPES.get(mark) ?? '')}</p>`)
    .join('\n')
}
