import type { TemplateTag } from './template-tags.ts'

/** A template tag taken apart: `figure src="a.jpg" "b"` → name `figure`, named `src`, positional `b`. */
export type ParsedTag = {
  name: string
  closing: boolean
  positional: string[]
  named: Map<string, string>
  inner: string | null
}

const quoted = /"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|`([^`]*)`/.source
const token = new RegExp(`(?:([\\w-]+)\\s*(?:=|:(?!/))\\s*)?(?:${quoted}|([^\\s,]+))`, 'g')

/** Reads a tag's name and its parameters. A name in lower case; the value of a closing tag's name without its slash. */
export function parseTag(tag: TemplateTag): ParsedTag {
  const head = /^(\/?)\s*([\w.-]*)/.exec(tag.body)
  const name = (head?.[2] ?? '').toLowerCase()
  const parsed: ParsedTag = {
    name: name.replace(/^end(?=.)/, ''),
    closing: head?.[1] === '/' || /^end./.test(name),
    positional: [],
    named: new Map(),
    inner: tag.inner,
  }
  for (const match of tag.body.slice(head?.[0].length ?? 0).matchAll(token)) addParameter(parsed, match)
  return parsed
}

function addParameter(parsed: ParsedTag, match: RegExpMatchArray): void {
  const [, key, double, single, backtick, bare] = match
  const value = (double ?? single ?? backtick ?? bare ?? '').replace(/\\(["'_*\\])/g, '$1')
  if (key !== undefined) parsed.named.set(key.toLowerCase(), value)
  else if (value !== '/') parsed.positional.push(value.replace(/^=/, ''))
}

/** The first of these parameters that says something, or null. */
export function getParameter(tag: ParsedTag, ...names: string[]): string | null {
  return names.map((name) => tag.named.get(name)?.trim()).find((value) => value) ?? null
}
