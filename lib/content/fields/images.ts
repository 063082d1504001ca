import { cleanLine } from '../clean/clean.ts'
import { addMediaFolder, findMediaFolder } from '../clean/media-folder.ts'
import { type Diagnostic, type Parsed, reportWarning } from '../diagnostic.ts'
import { isMapping, type PlainValues } from '../front-matter/plain-values.ts'
import { type RawValue, toText } from '../keys/raw-value.ts'
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
  // Of no weight where another key names one: `cover: true` is a switch of a theme's then.
  const switches: Diagnostic[] = []
  for (const { key, value } of raws) {
    for (const item of Array.isArray(value) ? value : [value]) {
      const image = toImage(item, key, beside)
      if (image !== null && isAddress(image.src)) {
        const src = addMediaFolder(image.src, findMediaFolder(beside))
        return { value: { ...image, src }, diagnostics }
      }
      if (image !== null) diagnostics.push(reportSource(key, image.src))
      else if (saysPicture(item)) switches.push(reportSource(key, item))
    }
  }
  return { value: null, diagnostics: [...diagnostics, ...switches] }
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

const ALT_KEYS = ['alt', 'alt_text', 'altText', 'alternative_text', 'alternativeText', 'description'] as const
const CAPTION_KEYS = ['caption', 'legend', 'legende', 'title'] as const
const CREDIT_KEYS = [
  'credit',
  'credits',
  'attribution',
  'photographer',
  'photocredit',
  'copyright',
  'source',
] as const

/** What may be said of a picture that nobody filled in. */
const BESIDE: ReadonlySet<string> = new Set([...ALT_KEYS, ...CAPTION_KEYS, ...CREDIT_KEYS])

/** Words for the same that stand alone beside a picture, in the languages papers are written in. */
const ALONE: Readonly<Record<string, readonly string[]>> = {
  alt: toWords('alt bildbeschreibung'),
  caption:
    toWords(`caption bildunterschrift bildtext légende legende legenda didascalia bijschrift pie_de_foto pie_foto leyenda
    billedtekst bildetekst podpis подпись подпись_к_фото 图注 圖說 キャプション 캡션 사진설명`),
  credit:
    toWords(`photographer bildquelle bildnachweis bildrechte crédit crédit_photo crédito fotocredit fotograf fotógrafo
    fotograaf fotografo фотограф 摄影 攝影 撮影 사진기자`),
}

function toWords(words: string): string[] {
  return words.split(/\s+/).map((word) => word.normalize('NFC'))
}

/** In the picture's own mapping, else under a key that is named after the picture's: `cover_alt`, `coverAlt`, `image-alt`. */
function findWords(names: readonly string[], details: PlainValues, key: string, beside: PlainValues): string {
  const own = names.find((name) => isWords(details[name]) && details[name] !== details.src)
  if (own !== undefined) return toText(details[own])
  if (Object.keys(beside).length === 0) return ''
  for (const name of names) {
    const found = [key, 'image', 'photo'].flatMap((stem) => [
      `${stem}_${name}`,
      `${stem}${toCapital(name)}`,
      `${stem}-${name.replaceAll('_', '-')}`,
    ])
    const written = found.find((candidate) => isWords(beside[candidate]))
    if (written !== undefined) return toText(beside[written])
  }
  const alone = (ALONE[names[0] ?? ''] ?? []).find((name) => isWords(beside[name]))
  return alone === undefined ? '' : toText(beside[alone])
}

/** An address says nothing to readers. */
function isWords(value: unknown): boolean {
  const text = toText(value).trim()
  return text !== '' && !/^(?:https?:\/\/|\.{0,2}\/)\S*$/.test(text)
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
  const quoted = /^\{\{-?\s?["']([^"'{}]{1,500})["'][^{}]{0,100}\}\}$/.exec(src)?.[1]
  return (quoted ?? src).replace(/^\{\{[^{}]{0,100}\}\}(?=\/)/, '').replace(/^[a-z_]{1,30}::(?=[^:])/, '/')
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

/** Whether a value that names no picture was meant to: `true`, and words in a mapping that has no member for an address. */
function saysPicture(item: unknown): boolean {
  if (!isMapping(item)) return item === true
  if (SOURCE_KEYS.some((name) => name in item)) return false
  return Object.entries(item).some(
    ([key, value]) => !BESIDE.has(key) && (isMapping(value) || (typeof value === 'string' && value !== '')),
  )
}

function reportSource(key: string, src: unknown): Diagnostic {
  const message = 'this is not the address of a picture, so none is shown'
  return reportWarning({
    field: key,
    found: src,
    message,
    hint: 'Write an https address, /media/name.jpg, or a file beside the post',
  })
}
