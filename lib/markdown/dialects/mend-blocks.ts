import { listLines } from '#lib/text/list-lines.ts'

const FENCE = /^[ \t>]*(```+|~~~+)/
const OPENING = /^[ \t]*<([a-z][a-z0-9]*)(\s[^<>]*)?>/i
const SWITCH = /(?:^|\s)markdown(?:=["']?(?:1|block|span)["']?)?(?=\s|$)/i
const NOTE =
  /^( {0,3})(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)(?:[ \t]+[\w-]{1,20}){0,3}(?:[ \t]+(["'])([^"'\n]*)\3)?[ \t]*$/
const ALERT = /^( {0,3}>) ?\[!(\w{1,20})\][+-]?([^\n]*)$/
const COLONS = /^ {0,3}:::/
const MARKED_CELL = /^[ \t]*(?:\*{1,2}[^\s*]|!\[|\[[^[\]]{1,200}\]\(|`)/
const CELLS = /(<t[dh](?:\s[^<>]{0,200})?>)(?=[ \t]*(?:\*{1,2}[^\s*]|!\[|\[[^[\]]{1,200}\]\(|`))/gi
/** Elements in a line of words: Markdown goes on in them anyway. */
const IN_WORDS =
  /^(?:span|a|em|strong|b|i|u|s|small|big|sup|sub|kbd|code|mark|abbr|cite|q|del|ins|label|font)$/i

/**
 * Markdown as other programs write it → as CommonMark reads it, line by line, outside fences:
 *
 * - `<div markdown="1">` … `</div>`: what is between is Markdown, as in kramdown and Python-Markdown
 * - `> [!NOTE]` and `!!! note "Title"` with indented lines below it: a quotation that begins with its title
 * - `:::note Title` … `:::`: its title and its words
 */
export function mendBlocks(text: string): string {
  if (!/markdown|!!!|\?\?\?|::|\/\/\/|\[!|<t[dh]/i.test(text)) return text
  return mendLinesOf(partCells(text))
}

/** A cell whose words have marks begins a line: `<tr><td>**a**</td>`. */
function partCells(text: string): string {
  return /<t[dh]/i.test(text)
    ? text.replace(CELLS, (tag, _opening, at: number) => (isLineStart(text, at) ? tag : `\n${tag}`))
    : text
}

function isLineStart(text: string, at: number): boolean {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === ''
}

function mendLinesOf(text: string): string {
  const shown: string[] = []
  const open: string[] = []
  let fence: string | null = null
  let isNote = false
  let isOption = false
  for (const { text: line } of listLines(text)) {
    const marks = FENCE.exec(line)?.[1] ?? null
    if (fence !== null) {
      if (marks?.startsWith(fence) && line.trim() === marks) fence = null
      shown.push(isNote ? toQuoted(line) : line)
      continue
    }
    if (marks !== null) fence = marks
    if (!OPTION.test(line) && !line.startsWith('///')) isOption = false
    if (isNote && line.trim() !== '' && !/^(?: {4}|\t)/.test(line)) isNote = false
    const alert = ALERT.exec(line)
    if (alert !== null) shown.push(...writeAlert(alert))
    else if (isNote) shown.push(toQuoted(line))
    else if (NOTE.test(line)) {
      const [, , kind = '', , title] = NOTE.exec(line) ?? []
      const words = title ?? kind.charAt(0).toUpperCase() + kind.slice(1)
      shown.push('', ...(words === '' ? [] : [`> **${words}**`]), '>')
      isNote = true
    } else if (line.includes(':::') && COLONS.test(line)) {
      const title = readContainerTitle(line)
      shown.push('', ...(title === '' ? [] : [`**${title}**`, '']))
    } else if (line.startsWith('///') && BLOCK.test(line)) {
      const title = BLOCK.exec(line)?.[1]?.trim() ?? ''
      shown.push('', ...(title === '' ? [] : [`**${title}**`, '']))
      isOption = true
    } else if (isOption && OPTION.test(line)) continue
    else if (LEAF.test(line)) shown.push(...writeLeaf(line))
    else shown.push(...openHtml(line, open))
  }
  return shown.join('\n')
}

/** Python-Markdown's `/// note | Low water`, the options of such a block below it, and the `///` that ends it. */
const BLOCK =
  /^\/{3,4}[ \t]*(?:(?:note|info|tip|hint|important|success|warning|caution|attention|danger|error|failure|bug|question|example|quote|abstract|admonition|details|tab|html|define|caption|figure-caption|table-caption)\b[ \t]*(?:\|[ \t]*(\S.{0,200}))?)?$/
const OPTION = /^ {4}[a-z-]{1,20}:[ \t]/

/** A directive that is a block by itself: `::youtube{#id}`, `::github{repo="ada/quay"}`. */
const LEAF = /^ {0,3}::([a-z][\w-]{0,40})(?=[[{])(?:\[([^[\]]{0,200})\])?(?:\{([^{}]{0,300})\})?[ \t]*$/i

function writeLeaf(line: string): string[] {
  const [, name = '', label = '', attributes = ''] = LEAF.exec(line) ?? []
  const address = /https?:\/\/[^\s"'}]{1,500}/.exec(attributes)?.[0]
  const id = /^(?:#|(?:id|video)=["']?)([\w-]{6,20})/.exec(attributes.trim())?.[1]
  const repository = /repo=["']?([\w-]{1,100}\/[\w.-]{1,100})/.exec(attributes)?.[1]
  if (/^(?:youtube|vimeo)$/i.test(name) && id !== undefined)
    return ['', `{% ${name.toLowerCase()} ${id} %}`, '']
  if (repository !== undefined) return ['', `<https://github.com/${repository}>`, '']
  if (address !== undefined) return ['', label === '' ? `<${address}>` : `[${label}](${address})`, '']
  return label === '' ? [''] : ['', label, '']
}

/** `:::note Low water`, `:::note[Low water]` and `::: {.note} Low water` → `Low water` */
function readContainerTitle(line: string): string {
  const bracketed = /^ {0,3}:{3,}[ \t]*[\w-]{1,40}\[([^[\]]{1,200})\]/.exec(line)?.[1]
  if (bracketed !== undefined) return bracketed.trim()
  const attributes = /\{([^{}]{0,300})\}/.exec(line)?.[1] ?? ''
  const named = /\b(?:title|label|summary)=(?:"([^"]{1,200})"|'([^']{1,200})')/.exec(attributes)
  if (named !== null) return named[1] ?? named[2] ?? ''
  const words = line
    .trim()
    .replace(/^:+/, '')
    .replace(/\{[^{}]{0,300}\}/, ' ')
    .trim()
  return attributes !== '' &&
    line
      .trim()
      .replace(/^:+\s*/, '')
      .startsWith('{')
    ? words
    : words.split(/\s+/).slice(1).join(' ')
}

/** GitHub's `> [!NOTE] Title`, as a quotation that begins with its title. */
function writeAlert([, mark = '>', kind = '', title = '']: RegExpExecArray): string[] {
  const words =
    title.trim() === '' ? kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase() : title.trim()
  return [`${mark} **${words}**`, mark]
}

/** `    words` of a note → `> words`. */
function toQuoted(line: string): string {
  return `> ${line.replace(/^(?: {4}|\t)/, '')}`.trimEnd()
}

/** An opening tag that says so, what follows it, and its closing tag, each in a block of its own. */
function openHtml(line: string, open: string[]): string[] {
  const [tag = '', name = '', attributes = ''] = OPENING.exec(line) ?? []
  const rest = line.slice(tag.length)
  const isCell = /^t[dh]$/i.test(name) && MARKED_CELL.test(rest)
  if (tag !== '' && !tag.endsWith('/>') && !IN_WORDS.test(name) && (SWITCH.test(attributes) || isCell)) {
    open.push(name.toLowerCase())
    return [tag.trimStart(), '', ...closeHtml(rest.trimStart(), open)]
  }
  return open.length === 0 ? [line] : closeHtml(line.replace(/^[ \t]+(?=<|!\[|\*)/, ''), open)
}

function closeHtml(line: string, open: string[]): string[] {
  const name = open.at(-1)
  const closing = `</${name}>`
  const at = name === undefined ? -1 : line.toLowerCase().indexOf(closing)
  if (at === -1) return line === '' ? [] : /^<(?:summary|figcaption)[\s>]/i.test(line) ? [line, ''] : [line]
  open.pop()
  const before = line.slice(0, at).trimEnd()
  const after = line.slice(at + closing.length)
  return [...(before === '' ? [] : [before]), '', line.slice(at, at + closing.length) + after, '']
}
