import type { Element, ElementContent } from 'hast'
import type { StoryBody } from '../story.ts'

/** What the stages of one body's conversion share. */
export type Conversion = {
  /** Where the old site lived: `https://paper.example`, with the path it lived under, if any. */
  origin: string | null
  lineBreaks: StoryBody['lineBreaks']
  /** Old addresses of pictures and files → where they are now, for those that were brought along. */
  moved: ReadonlyMap<string, string>
  /** Ids that links in the same text lead to. */
  targets: ReadonlySet<string>
  /** Footnotes by the id their marks refer to. */
  footnotes: ReadonlyMap<string, string>
  /** What was not carried over, in words for the report. */
  notes: Set<string>
  /** The emphasis that is around what is converted: within itself it says nothing. */
  open: ReadonlySet<string>
  /** Simplifies what an element holds. */
  simplifyAll: (children: readonly ElementContent[], conversion: Conversion) => ElementContent[]
}

/** One element → what Markdown can say of it. */
export type Simplifier = (element: Element, conversion: Conversion) => ElementContent[]

const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)$/i
const FILE =
  /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv|txt|zip|epub|mp3|m4a|ogg|opus|wav|flac|mp4|m4v|webm|mov|vtt|srt|gpx|kml|ics)$/i

export function isPicturePath(address: string): boolean {
  return PICTURE.test(toPathname(address))
}

export function isFilePath(address: string): boolean {
  return FILE.test(toPathname(address))
}

/** An address as it works anywhere: relative ones from the old site, `//host` as https. Null when it is none. */
export function toAbsolute(address: string, origin: string | null): string | null {
  const trimmed = address.trim()
  const base = origin ?? 'https://site.invalid/'
  const url = URL.parse(trimmed, base)
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  return url.hostname === 'site.invalid' ? trimmed : url.href
}

/**
 * A link as the new paper writes it: of the old site's own pages the path alone, which the stories' aliases answer;
 * null for what must not be a link (`javascript:`).
 */
export function toLink(
  address: string,
  { origin, moved }: Pick<Conversion, 'origin' | 'moved'>,
): string | null {
  const trimmed = address.trim()
  if (trimmed.startsWith('#')) return trimmed
  if (/^(?:mailto|tel):/i.test(trimmed)) return trimmed
  const absolute = toAbsolute(trimmed, origin)
  if (absolute === null) return null
  const there = moved.get(absolute)
  if (there !== undefined) return there
  if (origin === null || isFilePath(absolute) || isPicturePath(absolute)) return absolute
  return isOwn(absolute, origin) ? toPath(absolute) : absolute
}

/** Whether an address is of the old site, with or without `www.`, http or https. */
export function isOwn(address: string, origin: string | null): boolean {
  const url = URL.parse(address)
  const own = origin === null ? null : URL.parse(origin)
  return url !== null && own !== null && toHost(url) === toHost(own)
}

function toHost({ host }: URL): string {
  return host.replace(/^www\./, '')
}

function toPath(address: string): string {
  const url = new URL(address)
  return `${url.pathname}${url.search}${url.hash}`
}

function toPathname(address: string): string {
  return URL.parse(address, 'https://site.invalid/')?.pathname ?? ''
}
