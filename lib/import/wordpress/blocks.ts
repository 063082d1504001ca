import { expandShortcodes, type ShortcodeContext } from './shortcodes.ts'

/** A block delimiter in a post's source. `attributes` is JSON as written, '' for none. */
export type Delimiter = {
  start: number
  end: number
  kind: 'open' | 'close' | 'void'
  name: string
  attributes: string
}

const MAX_NESTED = 5
const FORM = /^(\/?)wp:([a-z][\w-]*(?:\/[a-z][\w-]*)?)(?:\s+(\{[\s\S]*\}))?\s?(\/?)$/

/** Blocks that print nothing of their own, or whose HTML holds all they print. */
const SILENT = new Set(['footnotes', 'spacer', 'separator', 'nextpage', 'more', 'pattern', 'template-part'])

/** Whether a post was written with blocks. */
export function hasBlocks(content: string): boolean {
  return content.includes('<!-- wp:')
}

/**
 * A post of blocks → the HTML it shows: delimiters taken away, reusable blocks put in, text between blocks wrapped so that
 * its blank lines part paragraphs. Blocks that the old site filled itself are noted.
 *
 * @see https://developer.wordpress.org/block-editor/explanations/architecture/key-concepts/#delimiters-and-parsing-expression-grammar
 */
export function expandBlocks(
  content: string,
  context: ShortcodeContext,
  inside: readonly string[] = [],
): string {
  const parts: string[] = []
  let depth = 0
  let done = 0
  for (const delimiter of listDelimiters(content)) {
    const between = content.slice(done, delimiter.start)
    parts.push(depth === 0 ? wrapLoose(between, context) : expandShortcodes(between, context))
    done = delimiter.end
    if (delimiter.kind === 'close') depth = Math.max(0, depth - 1)
    if (delimiter.kind === 'open') depth += 1
    parts.push(renderDelimiter(delimiter, context, inside))
  }
  const rest = content.slice(done)
  parts.push(depth === 0 ? wrapLoose(rest, context) : expandShortcodes(rest, context))
  return parts.join('')
}

/** Every delimiter, in order: comments whose text begins with `wp:` or `/wp:`. */
export function listDelimiters(content: string): Delimiter[] {
  const found: Delimiter[] = []
  for (let start = content.indexOf('<!--'); start >= 0; start = content.indexOf('<!--', start + 4)) {
    const close = content.indexOf('-->', start + 4)
    if (close < 0) break
    const text = content.slice(start + 4, close).trim()
    const match = text.startsWith('wp:') || text.startsWith('/wp:') ? FORM.exec(text) : null
    if (match === null) continue
    const [, slash, name = '', attributes = '', end] = match
    const kind = slash === '/' ? 'close' : end === '/' ? 'void' : 'open'
    found.push({ start, end: close + 3, kind, name: name.replace(/^core\//, ''), attributes })
  }
  return found
}

function wrapLoose(html: string, context: ShortcodeContext): string {
  if (html.trim() === '') return '\n'
  return `<div data-line-breaks="paragraphs">${expandShortcodes(html, context)}</div>`
}

function renderDelimiter(delimiter: Delimiter, context: ShortcodeContext, inside: readonly string[]): string {
  const { kind, name, attributes } = delimiter
  if (name === 'freeform' || name === 'shortcode') {
    return kind === 'open' ? '<div data-line-breaks="paragraphs">' : kind === 'close' ? '</div>' : ''
  }
  if (kind === 'close') return ''
  const values = parseAttributes(attributes)
  if (name === 'block') return renderReused(String(values.ref ?? ''), context, inside)
  if (kind === 'open' || SILENT.has(name)) return ''
  if (typeof values.url === 'string' && name.includes('embed')) return `<p>${values.url}</p>`
  context.notes.add(`a block that the old site filled was left out: ${name}`)
  return ''
}

/** A reusable block may hold others, and never itself. */
function renderReused(id: string, context: ShortcodeContext, inside: readonly string[]): string {
  const content =
    inside.length < MAX_NESTED && !inside.includes(id) ? context.site.getText('block', id) : null
  if (content !== null) return expandBlocks(content, context, [...inside, id])
  context.notes.add(`a reusable block that the export does not hold: ${id}`)
  return ''
}

function parseAttributes(json: string): Record<string, unknown> {
  if (json === '') return {}
  try {
    const value: unknown = JSON.parse(json)
    return value instanceof Object ? Object.fromEntries(Object.entries(value)) : {}
  } catch {
    return {}
  }
}
