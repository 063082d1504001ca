import { decodeEntities } from './entities.ts'

const MARKUP = /[*_`~<&[{!\\#>|=\n\t\u00a0\u2028\u2029]|\s{2}/

/** Only the names of real elements: `List<String>` in a title is text. */
const ELEMENT_NAMES = new Set(
  'a abbr article aside b blockquote br cite code del div em figcaption figure font h1 h2 h3 h4 h5 h6 hr i iframe img ins li mark ol p pre q s script section small span strike strong style sub sup table tbody td th thead tr u ul video'.split(
    ' ',
  ),
)
const TAG = /<\/?([a-z][a-z0-9]*)(?:\s[^<>]*|\/)?>/gi

/** What Markdown and templates write around words, and what is left without them. */
const REPLACEMENTS: [RegExp, string | ((match: string, group: string) => string)][] = [
  [/<!--[^<>]*-->/g, ''],
  [/\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{[:#.][^{}]*\}/g, ''],
  [/!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])?/g, ''],
  [/\[\^[^[\]]{1,100}\]/g, ''],
  [/\[([^[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^[\]]*\])/g, '$1'],
  [/<(https?:\/\/[^<>\s]*|[^<>\s@]{1,64}@[^<>\s]{1,255})>/g, '$1'],
  [/<br\s*\/?>|<\/(?:p|div|li|h[1-6]|td)>/gi, ' '],
  [TAG, (tag, name) => (ELEMENT_NAMES.has(name.toLowerCase()) ? '' : tag)],
  [/`+([^`]*)`+/g, '$1'],
  [/(?<![\p{L}\p{N}\\*])(\*{1,3})(?=[^\s*])([^*\n]*[^\s*\\])\1(?![\p{L}\p{N}*])/gu, '$2'],
  [/(?<![\p{L}\p{N}\\_])(_{1,3})(?=[^\s_])([^_\n]*[^\s_\\])\1(?![\p{L}\p{N}_])/gu, '$2'],
  [/~~([^~\n]*)~~/g, '$1'],
  [/\\([!-/:-@[-`{-~])/g, '$1'],
]

/**
 * The words of a short piece of Markdown or HTML on one line: tags, links, images, emphasis, shortcodes and
 * character references gone. Not a parser: for titles and first paragraphs, where a stray asterisk does no harm.
 */
export function toPlainText(markdown: string): string {
  if (!MARKUP.test(markdown)) return markdown.trim()
  let text = markdown
  for (const [pattern, replacement] of REPLACEMENTS) {
    text =
      typeof replacement === 'string'
        ? text.replace(pattern, replacement)
        : text.replace(pattern, replacement)
  }
  return decodeEntities(text).replace(/\s+/g, ' ').trim()
}
