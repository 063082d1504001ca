const ESCAPES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/** Text without `<!-- … -->`; one that is never closed goes to the end. */
export function dropComments(text: string): string {
  let kept = ''
  let done = 0
  for (let at = text.indexOf('<!--'); at !== -1; at = text.indexOf('<!--', done)) {
    kept += text.slice(done, at)
    const end = text.indexOf('-->', at)
    if (end === -1) return kept
    done = end + '-->'.length
  }
  return kept + text.slice(done)
}

/** What can be shown of a text no parser should meet: its words, escaped, a paragraph for each block of lines. */
export function renderPlainText(text: string): string {
  return dropComments(text)
    .split(/\n[ \t]*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => `<p>${block.replace(/[&<>"]/g, (mark) => ESCAPES.get(mark) ?? '')}</p>`)
    .join('\n')
}
