import { findTags } from './find-tags.ts'
import type { TemplateTag } from './template-tag.ts'

const EXCERPT_MARK = /<!--\s*(?:more|excerpt|truncate|read[ _-]?more|end[ _-]?excerpt)\b[^<>]{0,200}?-->/gi
const EMBED_TAG = /\[embed[^[\]\n]{0,200}\]\s*(https?:\/\/[^\s[\]<>"]{1,2000})\s*\[\/embed\]/gi
const WORD_PRESS_TAG =
  /(?<![!\\])\[(\/?(?:caption|wp_caption|gallery|embed|youtube|vimeo)\b[^[\]\n]{0,2000})\](?![[(:])/gi

/**
 * Takes Liquid, Hugo and WordPress tags and excerpt marks out of Markdown and leaves a marker in each one's place.
 * The Markdown parser then decides what is code, what is a link's target and what is text; `expand-tags` puts the
 * right thing there afterwards. (`[x]({{< ref "a.md" >}})` is no link to CommonMark; with a marker it is.)
 */
export function protectTags(markdown: string): { markdown: string; tags: TemplateTag[]; marker: RegExp } {
  const tags: TemplateTag[] = []
  const word = chooseWord(markdown)
  const protect = (raw: string, body: string, inner: string | null = null): string => {
    tags.push({ raw, body, inner })
    return `,${word}${tags.length - 1}z,`
  }
  const text = closeRemark(replaceTags(markdown, protect), protect)
    .replace(EXCERPT_MARK, (raw) => protect(raw, ''))
    .replace(EMBED_TAG, (raw: string, url: string) => protect(raw, `embed ${url}`))
    .replace(WORD_PRESS_TAG, (raw: string, body: string) => protect(raw, body))
  return { markdown: text, tags, marker: new RegExp(`,?${word}(\\d+)z,?`, 'g') }
}

/** A `<!--` that is never closed would hide the rest of the story: it is taken out, and the rest shown. */
function closeRemark(text: string, protect: (raw: string, body: string) => string): string {
  const at = text.indexOf('<!--', text.lastIndexOf('-->') + 1)
  return at < 0 ? text : text.slice(0, at) + protect('<!--', '') + text.slice(at + '<!--'.length)
}

/** Between commas: they bind to nothing in Markdown, HTML or URLs, and count as punctuation beside emphasis. */
function chooseWord(markdown: string): string {
  const taken = markdown.match(/qtagq*/g) ?? []
  return taken.reduce((word, other) => (other.length >= word.length ? `${other}q` : word), 'qtag')
}

function replaceTags(
  text: string,
  protect: (raw: string, body: string, inner: string | null) => string,
): string {
  const pieces: string[] = []
  let done = 0
  for (const { at, raw, body, inner } of findTags(text)) {
    pieces.push(text.slice(done, at), protect(raw, body, inner))
    done = at + raw.length
  }
  return [...pieces, text.slice(done)].join('')
}
