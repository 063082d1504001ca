import { cleanLine } from '../clean/clean.ts'
import { type Diagnostic, type Parsed, reportWarning } from '../diagnostic.ts'
import { isMapping, type PlainValues } from '../front-matter/plain-values.ts'
import { type RawValue, toText } from '../keys/field-keys.ts'
import type { Image } from '../post.ts'

const SOURCE_KEYS = ['src', 'url', 'path', 'image', 'source', 'file', 'href', 'filename'] as const
const ADDRESS = /^https?:\/\/|^\/\/|\/|\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic|jxl)(?:[?#]|$)/i
const REFUSED = /^(?!https?:)[a-z][a-z\d+.-]*:/i

/**
 * A picture in any of the ways front matter names one: an address, an object, a list of either. `beside` holds the
 * other keys, for Ghost's and others' `feature_image_alt`. Null when there is none, or none that can be shown.
 */
export function parseImage(raws: RawValue[], beside: PlainValues): Parsed<Image | null> {
  const diagnostics: Diagnostic[] = []
  for (const { key, value } of raws) {
    for (const item of Array.isArray(value) ? value : [value]) {
      const image = toImage(item, key, beside)
      if (image !== null && isAddress(image.src)) return { value: image, diagnostics }
      if (image !== null) diagnostics.push(reportSource(key, image.src))
    }
  }
  return { value: null, diagnostics }
}

function toImage(item: unknown, key: string, beside: PlainValues): Image | null {
  const details = isMapping(item) ? item : readMarkdown(toText(item))
  const src = toSource(details)
  if (src === '') return null
  const words = (names: readonly string[]): string => cleanLine(findWords(names, details, key, beside))
  const focus =
    details.focal_point ??
    details.focalPoint ??
    beside[`${key}_focal_point`] ??
    beside.focal_point ??
    beside.focalPoint
  return {
    src,
    alt: words(ALT_KEYS),
    caption: words(CAPTION_KEYS),
    credit: words(CREDIT_KEYS),
    focalPoint: toFocalPoint(focus),
  }
}

const ALT_KEYS = ['alt', 'alt_text', 'altText', 'alternative_text', 'alternativeText'] as const
const CAPTION_KEYS = ['caption', 'legend', 'legende'] as const
const CREDIT_KEYS = ['credit', 'credits', 'attribution', 'photographer', 'copyright'] as const

/** In the picture's own mapping, else under a key that is named after the picture's: `cover_alt`, `coverAlt`, `image-alt`. */
function findWords(names: readonly string[], details: PlainValues, key: string, beside: PlainValues): string {
  for (const name of names) if (toText(details[name]) !== '') return toText(details[name])
  for (const name of names) {
    const kebab = name.replaceAll('_', '-')
    const written = [
      `${key}_${name}`,
      `${key}${toCapital(name)}`,
      `${key}-${kebab}`,
      `image_${name}`,
      `image-${kebab}`,
    ]
    const found = written.find((candidate) => toText(beside[candidate]) !== '')
    if (found !== undefined) return toText(beside[found])
  }
  return ''
}

/** Markdown's, a wiki's and HTML's ways to show a picture, in a value that should be its address. */
function readMarkdown(text: string): PlainValues {
  const written = text.trim()
  const [, alt = '', src] = /^!\[([^\]]*)\]\(\s*<?([^\s)>]+)/.exec(written) ?? []
  if (src !== undefined) return { src, alt }
  const [, name] = /^!?\[\[([^[\]|#]+)(?:[|#][^[\]]*)?\]\]$/.exec(written) ?? []
  if (name !== undefined) return { src: name.trim() }
  if (!/^<img\s/i.test(written)) return { src: text }
  return { src: readAttribute(SRC, written), alt: readAttribute(ALT, written) }
}

const SRC = /\ssrc=(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/i
const ALT = /\salt=(?:"([^"]*)"|'([^']*)')/i

function readAttribute(pattern: RegExp, tag: string): string {
  const [, double, single, bare] = pattern.exec(tag) ?? []
  return double ?? single ?? bare ?? ''
}

function toSource(details: PlainValues): string {
  const key = SOURCE_KEYS.find((name) => toText(details[name]).trim() !== '')
  const src = key === undefined ? '' : dropPrefix(toText(details[key]).trim())
  if (/^(?:false|true|none|null|no)$/i.test(src)) return ''
  const plain = takeFirst(/^url\((.{1,2000})\)$/.exec(src)?.[1]?.replace(/^["']|["']$/g, '') ?? src)
  return plain.startsWith('//') ? `https:${plain}` : plain.replaceAll('\\', '/')
}

/** Of `a.jpg, b.jpg` the first. A comma may well be a part of one name. */
function takeFirst(src: string): string {
  const [first = '', ...others] = src.split(',').map((part) => part.trim())
  return others.length > 0 && [first, ...others].every((part) => PICTURE_FILE.test(part)) ? first : src
}

const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif)$/i

/** `{{ site.baseurl }}/img/a.jpg` and Statamic's `assets::img/a.jpg` name a path behind what only their program knows. */
function dropPrefix(src: string): string {
  return src.replace(/^\{\{[^{}]{0,100}\}\}(?=\/)/, '').replace(/^[a-z_]{1,30}::(?=[^:])/, '/')
}

function isAddress(src: string): boolean {
  return ADDRESS.test(src) && !REFUSED.test(src)
}

/** `{x, y}` or `"50% 30%"`, from the top left corner; numbers above 1 are percentages. */
function toFocalPoint(raw: unknown): Image['focalPoint'] {
  const parts = isMapping(raw) ? [raw.x, raw.y] : Array.isArray(raw) ? raw : toText(raw).split(/[\s,]+/)
  const [x, y] = parts.map(toFraction)
  return parts.length !== 2 || x === undefined || y === undefined || x === null || y === null
    ? null
    : { x, y }
}

function toFraction(raw: unknown): number | null {
  const text = toText(raw).trim()
  if (!/^\d{1,3}(?:\.\d+)?%?$|^\.\d+$/.test(text)) return null
  const number = Number.parseFloat(text)
  const fraction = text.endsWith('%') || number > 1 ? number / 100 : number
  return fraction <= 1 ? fraction : null
}

function toCapital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function reportSource(key: string, src: string): Diagnostic {
  const message = 'this is not the address of a picture, so none is shown'
  return reportWarning({
    field: key,
    found: src,
    message,
    hint: 'Write an https address, /media/name.jpg, or a file beside the post',
  })
}
