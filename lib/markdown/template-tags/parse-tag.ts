import { listParameters } from './tag-parameters.ts'
import type { TemplateTag } from './template-tag.ts'

/** A template tag taken apart: `figure src="a.jpg" "b"` → name `figure`, named `src`, positional `b`. */
export type ParsedTag = {
  name: string
  closing: boolean
  positional: string[]
  named: Map<string, string>
  inner: string | null
}

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
  for (const { key, value } of listParameters(tag.body.slice(head?.[0].length ?? 0))) {
    if (key !== null) parsed.named.set(key.toLowerCase(), value)
    else if (value !== '/') parsed.positional.push(value.replace(/^=/, ''))
  }
  return parsed
}

/** The first of these parameters that says something, or null. */
export function getParameter(tag: ParsedTag, ...names: string[]): string | null {
  return names.map((name) => tag.named.get(name)?.trim()).find((value) => value) ?? null
}
