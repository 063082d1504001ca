import { isMapping, type PlainValues } from '../front-matter/plain-values.ts'
import type { RawValue } from '../keys/raw-value.ts'

const LINK_KEYS =
  'website homepage web site link links social socials profiles blog bluesky facebook github instagram linkedin mastodon threads tiktok twitter x youtube'.split(
    ' ',
  )

/** Absolute addresses of a person elsewhere, wherever the file names them; handles without an address are not links. */
export function parseLinks(urls: RawValue[], extra: PlainValues): string[] {
  const own = urls.filter(({ key }) => key.toLowerCase() === 'url').map(({ value }) => value)
  const written = [...own, ...LINK_KEYS.map((key) => extra[key])].flatMap(listTexts)
  return [...new Set(written.flatMap(toAddress))]
}

function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(listTexts)
  return isMapping(value) ? Object.values(value).flatMap(listTexts) : []
}

function toAddress(text: string): string[] {
  const url = /^https?:\/\//i.test(text.trim()) ? URL.parse(text.trim()) : null
  return url === null ? [] : [url.href]
}
