import { isMapping, type PlainValues } from '../front-matter/plain-values.ts'
import { type RawValue, toText } from './field-keys.ts'

/** Words in the name of a key that holds a picture, the likeliest to be the lead first. */
const PICTURE_WORDS = [
  /^(?:featured?|lead|main|primary|hero|cover|header|banner|splash|masthead|post|article|story)$/,
  /^(?:image|images|img|picture|pic|photo|photos|photograph|photography|illustration|artwork|visual|foto|fotos|bild|imagen|imagem|immagine)$/,
  /^(?:thumb|thumbnail|thumbnails|teaser|preview|card|og|opengraph|twitter|social|share|seo|poster|gallery|media|attachment|excerpt|resources)$/,
]

/** Pictures of something else than the story. */
const OTHER_PICTURE =
  /^(?:author|authors|avatar|logo|icon|favicon|sponsor|signature|portrait|headshot|badge|qr|map|background|bg|alt|caption|credit|width|height|position|size|style|class)$/

const PICTURE_NAME = /\.(?:jpe?g|jfif|png|gif|webp|avif)$/i

/** Depth at which pictures are looked for: `header: { image: { src } }` is the deepest in use. */
const MAX_DEPTH = 3

/**
 * Pictures under any other key that is named like one and holds the path of one, the likeliest first: `cover_photo`,
 * `image_feature`, `preview: { cover }`, `header: { image }`, `images: [ ]`. For when no better key names any.
 */
export function findPictureKeys(extra: PlainValues): RawValue[] {
  return Object.entries(extra)
    .map(([key, value]) => ({ key, value, rank: rankKey(key) }))
    .filter(({ rank }) => rank < PICTURE_WORDS.length)
    .map(({ key, value, rank }) => ({ key, rank, value: findPicture(value, 0) }))
    .filter(({ value }) => value !== null)
    .sort((a, b) => a.rank - b.rank)
    .map(({ key, value }) => ({ key, value }))
}

const ranks = new Map<string, number>()

function rankKey(key: string): number {
  const known = ranks.get(key)
  if (known !== undefined) return known
  const rank = measureKey(key)
  if (ranks.size < 10_000) ranks.set(key, rank)
  return rank
}

/** The place of the likeliest word in the name of a key; the number of places for a key that names no picture. */
function measureKey(key: string): number {
  const words = key
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, '_')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  if (words.some((word) => OTHER_PICTURE.test(word))) return PICTURE_WORDS.length
  const rank = PICTURE_WORDS.findIndex((pattern) => words.some((word) => pattern.test(word)))
  return rank === -1 ? PICTURE_WORDS.length : rank
}

/** The path of a picture, or what holds one beside its words; null where there is none. */
function findPicture(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) return null
  if (Array.isArray(value)) return findFirst(value.slice(0, 20), depth)
  if (!isMapping(value)) return isPicturePath(value) ? value : null
  const own = ['src', 'url', 'path', 'file'].some((name) => isPicturePath(value[name]))
  if (own) return value
  const inner = Object.entries(value).filter(([key]) => rankKey(key) < PICTURE_WORDS.length)
  return findFirst(
    inner.sort(([a], [b]) => rankKey(a) - rankKey(b)).map(([, item]) => item),
    depth,
  )
}

/** With a query or a fragment behind it, or without. */
function isPicturePath(value: unknown): boolean {
  const path = toText(value).trim()
  return PICTURE_NAME.test(path) || PICTURE_NAME.test(path.split(/[?#]/, 1)[0] ?? '')
}

function findFirst(items: unknown[], depth: number): unknown {
  for (const item of items) {
    const found = findPicture(item, depth + 1)
    if (found !== null) return found
  }
  return null
}
