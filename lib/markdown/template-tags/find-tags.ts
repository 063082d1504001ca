import { createCodeTest } from '#lib/content/inline/split-code.ts'
import { skipComment } from '#lib/content/inline/template-comments.ts'
import type { TemplateTag } from './template-tag.ts'

type FoundTag = TemplateTag & { at: number }

/** Longest first: `{{<` is not a `{{` with a `<` in it. */
const DELIMITERS = [
  { open: '{{<', close: '>}}' },
  { open: '{{%', close: '%}}' },
  { open: '{{', close: '}}' },
  { open: '{%', close: '%}' },
]

const OPENER = /\{\{[<%]?|\{%/g
/** With those of other languages' remarks. */
const ANY_OPENER = /\{\{[<%]?|\{%|\{[#:/>]|<%[#-]|%%/g
const MAX_TAG_CHARACTERS = 4_000

/** Tags whose content is not Markdown: shown as code, shown as written, or a comment that is left out. */
const ENCLOSING = new Map([
  ['highlight', /\{%-?\s*endhighlight\s*-?%\}|\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g],
  ['codeblock', /\{%-?\s*endcodeblock\s*-?%\}/g],
  ['raw', /\{%-?\s*endraw\s*-?%\}/g],
  ['verbatim', /\{%-?\s*endverbatim\s*-?%\}/g],
  ['comment', /\{%-?\s*endcomment\s*-?%\}|\{\{[<%]\s*\/\s*comment\s*[>%]\}\}/g],
  ['code', /\{%-?\s*endcode\s*-?%\}|\{\{[<%]\s*\/\s*code\s*[>%]\}\}/g],
  ['code-toggle', /\{\{[<%]\s*\/\s*code-toggle\s*[>%]\}\}/g],
  ['sourcecode', /\{%-?\s*endsourcecode\s*-?%\}/g],
  ['prettify', /\{%-?\s*endprettify\s*-?%\}/g],
])

/** Finds `{{ … }}`, `{% … %}`, `{{< … >}}` and `{{% … %}}`, in order. One that is never closed is text. */
export function* findTags(text: string): Generator<FoundTag> {
  const search = createSearch(text)
  const leavesCode = createCodeTest(text)
  let done = 0
  for (const { index } of text.matchAll(ANY_OPENER)) {
    if (index < done) continue
    const literal = readQuoted(text, index)
    if (literal !== null) {
      yield* listRaw(literal, literal.inner ?? '')
      done = index + literal.raw.length
      continue
    }
    const tag = readComment(text, index) ?? readTag(text, index, search, leavesCode)
    if (tag === null) continue
    if (tag.inner !== null && /^(?:raw|verbatim)\b/.test(tag.body)) yield* listRaw(tag, tag.inner)
    else yield tag
    done = index + tag.raw.length
  }
}

/** What stands in `{% raw %}` is Markdown in which nothing is a tag: each opening mark is shown as it is. */
function* listRaw({ at, raw }: FoundTag, inner: string): Generator<FoundTag> {
  const opened = raw.startsWith('{%') ? raw.indexOf('%}') + 2 : 2
  const start = raw.indexOf(inner, opened)
  yield { at, raw: raw.slice(0, start), body: '', inner: null, kind: 'steering' }
  for (const { index, 0: mark } of inner.matchAll(OPENER))
    yield { at: at + start + index, raw: mark, body: '', inner: null, kind: 'text' }
  yield {
    at: at + start + inner.length,
    raw: raw.slice(start + inner.length),
    body: '',
    inner: null,
    kind: 'steering',
  }
}

/** `{{ "{{ a }}" }}` and Hugo's form with backticks: what stands between the marks is shown as it is. */
const QUOTED = /\{\{-?[ \t]*(?:"([^"\\\n]{0,500})"|'([^'\\\n]{0,500})'|`([^`\n]{0,500})`)[ \t]*-?\}\}/y

function readQuoted(text: string, at: number): FoundTag | null {
  QUOTED.lastIndex = at
  const [raw, double, single, back] = QUOTED.exec(text) ?? []
  const inner = double ?? single ?? back
  if (raw === undefined || inner === undefined || !/[{%}]/.test(inner)) return null
  return { at, raw, body: '', inner }
}

/** A remark of another template language is nothing to see, and in code it is code. */
function readComment(text: string, at: number): FoundTag | null {
  const end = skipComment(text, at)
  return end === null ? null : { at, raw: text.slice(at, end), body: 'comment', inner: '' }
}

type Search = (closer: RegExp | string, from: number) => { at: number; end: number } | null

/** Remembers where each closing delimiter comes next, so that ten thousand unclosed tags cost one pass. */
function createSearch(text: string): Search {
  const known = new Map<RegExp | string, { at: number; end: number } | null>()
  return (closer, from) => {
    const last = known.get(closer)
    if (last === null || (last !== undefined && last.at >= from)) return last
    const found = typeof closer === 'string' ? findText(text, closer, from) : findMatch(text, closer, from)
    known.set(closer, found)
    return found
  }
}

function findText(text: string, closer: string, from: number): ReturnType<Search> {
  const at = text.indexOf(closer, from)
  return at === -1 ? null : { at, end: at + closer.length }
}

function findMatch(text: string, closer: RegExp, from: number): ReturnType<Search> {
  closer.lastIndex = from
  const match = closer.exec(text)
  return match === null ? null : { at: match.index, end: match.index + match[0].length }
}

function readTag(
  text: string,
  at: number,
  search: Search,
  leavesCode: ReturnType<typeof createCodeTest>,
): FoundTag | null {
  for (const { open, close } of DELIMITERS) {
    if (!text.startsWith(open, at)) continue
    const found = search(close, at + open.length)
    if (found === null || found.at - at > MAX_TAG_CHARACTERS || leavesCode(at, found.at)) continue
    const body = text.slice(at + open.length, found.at)
    if (!/\n[ \t]*\n/.test(body) || (open !== '{{' && holdsParameters(body)))
      return encloseContent(text, at, found.end, trimBody(body), search)
  }
  return null
}

/** Whether every paragraph of a tag's body but the first begins with `name=`: nothing that a story would say. */
function holdsParameters(body: string): boolean {
  return body
    .split(/\n[ \t]*\n/)
    .slice(1)
    .every((part) => part.trim() === '' || /^\s*[\w-]{1,60}\s?=/.test(part))
}

function trimBody(body: string): string {
  return body.replace(/^-|-$/g, '').trim()
}

function encloseContent(text: string, at: number, end: number, body: string, search: Search): FoundTag {
  const closer = ENCLOSING.get(/^[\w-]+/.exec(body)?.[0] ?? '')
  const found = closer === undefined ? null : search(closer, end)
  if (found === null) return { at, raw: text.slice(at, end), body, inner: null }
  return { at, raw: text.slice(at, found.end), body, inner: text.slice(end, found.at) }
}
