import type { ElementContent } from 'hast'
import { createElement, type Rendering } from '../rendering.ts'
import { CAPTION_MARKS } from '../stages/enclose-captions.ts'
import { findContentUrl } from '../urls/find-content-url.ts'
import { getParameter, type ParsedTag, parseTag } from './parse-tag.ts'
import { findTagRenderer, type TagRenderer } from './tag-renderers.ts'
import { renderWords, toPlainWords } from './tag-words.ts'
import type { TemplateTag } from './template-tag.ts'

/** What a template tag shows where text is expected; nothing for one that only steers its generator. */
export function renderTag(tag: TemplateTag, rendering: Rendering): ElementContent[] {
  if (tag.raw.startsWith('{{') && !/^\{\{[<%]/.test(tag.raw)) return toText(readLiteral(tag.body))
  if (/^\/\*[\s\S]*\*\/$/.test(tag.body)) return toText(unescapeTag(tag))
  const parsed = parseTag(tag)
  if (parsed.closing && /^(?:(?:wp_)?caption|figure)$/.test(parsed.name))
    return [createElement(CAPTION_MARKS.close, {}, [])]
  if (parsed.closing || parsed.name === '') return []
  const isControl = tag.raw.startsWith('{%') && parsed.name !== 'include'
  const renderer: TagRenderer = findTagRenderer(parsed) ?? (isControl ? renderAddress : renderUnknownTag)
  return renderer(parsed, rendering)
}

/** What a template tag stands for inside a URL: `{{ site.url }}/x` → ``, `{{< ref "a.md" >}}` → `/posts/a`. */
export function renderTagUrl(tag: TemplateTag, rendering: Rendering): string {
  if (tag.raw.startsWith('{{') && !/^\{\{[<%]/.test(tag.raw)) return readLiteral(tag.body)
  const parsed = parseTag(tag)
  const target = parsed.positional[0] ?? getParameter(parsed, 'path')
  if (!['ref', 'relref', 'link', 'post_url'].includes(parsed.name) || target === null) return ''
  return renderReference(target, rendering)
}

/** An absolute URL path, or the target as written: `resolve-links` then says that it leads nowhere. */
function renderReference(target: string, rendering: Rendering): string {
  const [path = '', fragment] = target.split('#', 2)
  const suffix = fragment === undefined ? '' : `#${fragment}`
  if (path === '') return suffix
  const url = findContentUrl(path, rendering.context)
  const missing = /\.\w+$/.test(path) ? path : `${path.replace(/\/$/, '')}.md`
  return `${url ?? missing}${suffix}`
}

/** `{{ "/about" | relative_url }}` → `/about`; a variable has no value here. */
function readLiteral(body: string): string {
  return /^(["'])(.*?)\1/.exec(body)?.[2] ?? ''
}

/** Hugo's way to show a tag: the slash and star form of it is the tag itself, as text. */
function unescapeTag(tag: TemplateTag): string {
  return `${tag.raw.slice(0, 3)} ${tag.body.slice(2, -2).trim()} ${tag.raw.slice(-3)}`
}

function toText(value: string): ElementContent[] {
  return value === '' ? [] : [{ type: 'text', value }]
}

/** A tag that steers its generator shows nothing, but an address in it is not lost: `{% tiktok https://… %}`. */
function renderAddress(tag: ParsedTag): ElementContent[] {
  if (CONTROL_TAGS.has(tag.name)) return []
  const named = getParameter(tag, 'url', 'href', 'src', 'file', 'link')
  const repository =
    tag.name === 'github' ? tag.positional.find((value) => /^[\w-]+\/[\w.-]+$/.test(value)) : undefined
  const href =
    tag.positional.find((value) => /^https?:\/\//.test(value)) ??
    (repository === undefined ? named : `https://github.com/${repository}`)
  if (href === null || href === undefined || !(/^https?:\/\//.test(href) || DOCUMENT.test(href))) return []
  const words = getParameter(tag, 'text', 'title', 'label', 'name') ?? href
  return [
    createElement(
      'a',
      { href, ...(words === href ? { dataEmbed: '' } : {}) },
      toText(words === href ? href : toPlainWords(words)),
    ),
  ]
}

/** Their parameters are values that a generator compares or keeps. */
const CONTROL_TAGS = new Set(
  'assign capture case cycle decrement elsif else for if increment set unless when'.split(' '),
)

/** `{{< asset file="minutes.pdf" label="The minutes" >}}` */
const DOCUMENT = /^[^\s:?#]{1,500}\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|csv|zip|epub|txt|mp3|mp4)$/i

/** A tag of somebody's own theme: the words it was given, as a link when it names a page. */
function renderUnknownTag(tag: ParsedTag, rendering: Rendering): ElementContent[] {
  const words = getParameter(tag, 'text', 'label', 'title', 'heading', 'caption', 'alt')
  const href =
    getParameter(tag, 'href', 'url', 'link', 'src', 'file') ??
    tag.positional.find((value) => /^https?:\/\//.test(value)) ??
    null
  const isPage = href !== null && (/^(?:https?:\/\/|\/)/.test(href) || DOCUMENT.test(href))
  if (words !== null || isPage) rendering.notes.add(`The tag “${tag.name}” is shown as plain text.`)
  if (isPage)
    return [createElement('a', { href }, words === null ? toText(href) : toText(toPlainWords(words)))]
  return renderWords(words ?? '')
}
