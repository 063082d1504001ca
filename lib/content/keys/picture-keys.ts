import { isMapping, type PlainValues } from '../front-matter/plain-values.ts'
import { type RawValue, toText } from './raw-value.ts'

/** Words in the name of a key that holds a picture, the likeliest to be the lead first. */
const PICTURE_WORDS = [
  /^(?:featured?|lead|main|primary|hero|cover|header|banner|splash|masthead|post|article|story|portada|capa|copertina|couverture|封面|头图|題圖|题图|アイキャッチ|カバー画像|대표_?이미지|표지|обложка)$/u,
  /^(?:image|images|img|imgs|picture|pictures|pic|pics|photo|photos|photograph|photography|illustration|artwork|visual|visuel|foto|fotos|imagen|imágenes|imagem|immagine|immagini|afbeelding|obrazek|obraz|zdjęcie|obrázek|kuva|kép|görsel|resim|изображение|картинка|фото|зображення|світлина|εικόνα|图片|圖片|配图|配圖|画像|写真|이미지|사진|صورة|الصورة|תמונה|चित्र|[a-z]{0,20}image|[a-z]{0,20}(?:bild|bilde|billede))$/u,
  /^(?:thumb|thumbnail|thumbnails|teaser|preview|card|og|opengraph|twitter|social|share|seo|poster|gallery|carousel|slider|slideshow|media|attachment|excerpt|resources|vignette|miniatura|miniature|anteprima|缩略图|縮圖|サムネイル|썸네일)$/u,
]

/** Pictures of something else than the story. */
const OTHER_PICTURE =
  /^(?:author|authors|avatar|logo|icon|favicon|sponsor|signature|portrait|headshot|badge|qr|map|background|bg|alt|caption|credit|width|height|position|size|style|class)$/

/** Whether a key is named like one that holds a picture. */
export function namesPicture(key: string): boolean {
  return rankKey(key) < PICTURE_WORDS.length
}

/** The keys of a file as if those within such mappings stood at the top; what stands there comes first. */
export function flattenNests(extra: PlainValues): PlainValues {
  const nested = Object.entries(extra).filter(([key]) => NESTS.has(key.toLowerCase()))
  return Object.assign({}, ...nested.map(([, value]) => (isMapping(value) ? value : {})), extra)
}

/** Mappings in which programs keep keys that others write at the top. */
const NESTS: ReadonlySet<string> = new Set([
  'extra',
  'params',
  'meta',
  'metadata',
  'yoast',
  'fields',
  'custom',
  'data',
])

const PICTURE_NAME = /\.(?:jpe?g|jfif|png|gif|webp|avif)$/i

/** Depth at which pictures are looked for: `header: { image: { src } }` is the deepest in use. */
const MAX_DEPTH = 3

/**
 * Pictures under any other key that is named like one and holds the path of one, the likeliest first: `cover_photo`,
 * `image_feature`, `preview: { cover }`, `header: { image }`, `images: [ ]`. For when no better key names any.
 */
export function findPictureKeys(extra: PlainValues): RawValue[] {
  return Object.entries(extra)
    .flatMap(([key, value]) =>
      isMapping(value) && NESTS.has(key.toLowerCase()) ? Object.entries(value) : [[key, value] as const],
    )
    .map(([key, value]) => ({ key, value, rank: rankKey(key) }))
    .filter(({ rank }) => rank < PICTURE_WORDS.length)
    .map(({ key, value, rank }) => ({ key, rank, value: findPicture(value, 0) }))
    .filter(({ value }) => value !== null)
    .sort((a, b) => a.rank - b.rank)
    .map(({ key, value }) => ({ key, value }))
}

/** Whether a key holds a picture for a list or a network: one for the story comes first. */
export function isForPreviews(key: string): boolean {
  return toWords(key).some((word) => PREVIEW.test(word))
}

const PREVIEW = /^(?:og|opengraph|twitter|social|share|seo|yoast|thumb|thumbnail|thumbnails)$/

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
  const words = toWords(key)
  if (words.some((word) => OTHER_PICTURE.test(word))) return PICTURE_WORDS.length
  const rank = PICTURE_WORDS.findIndex((pattern) => words.some((word) => pattern.test(word)))
  return rank === -1 ? PICTURE_WORDS.length : rank
}

function toWords(key: string): string[] {
  return key
    .normalize('NFC')
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, '_')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
}

/** The path of a picture, or what holds one beside its words; null where there is none. */
function findPicture(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) return null
  if (Array.isArray(value)) return findFirst(value.slice(0, 20), depth)
  if (!isMapping(value)) return readPath(value)
  const own = ['src', 'url', 'path', 'file'].some((name) => isPicturePath(value[name]))
  if (own) return value
  const inner = Object.entries(value).filter(([key]) => rankKey(key) < PICTURE_WORDS.length)
  const found = findFirst(
    inner.sort(([a], [b]) => rankKey(a) - rankKey(b)).map(([, item]) => item),
    depth,
  )
  // What is said beside a path is said of the picture: `header: {image: …, caption: …}`.
  return typeof found === 'string' ? { ...value, src: found } : found
}

/** A picture's path as it is written; of Grav's `a.jpg,b.jpg` the first. */
function readPath(value: unknown): unknown {
  if (!isPicturePath(value)) return null
  const [first = '', ...others] = toText(value).split(',')
  return others.length > 0 && others.every(isPicturePath) && isPicturePath(first) ? first : value
}

/** Where pictures are served under names that do not end like one. */
const PICTURE_ADDRESS =
  /^https:\/\/(?:images|img|imgs|res\.cloudinary|cdn-images-\d|miro)\.[^/]{3,100}\/|^https:\/\/[^?#]{3,500}\?(?:[^#]{0,200}&)?(?:fm=|auto=format|format=(?:jpe?g|png|webp|avif))/i

/** With a query, a fragment or an embed's brackets around it, or without. */
function isPicturePath(value: unknown): boolean {
  const path = toText(value).trim()
  const bare =
    path.startsWith('[[') || path.startsWith('![[') ? (/\[\[([^[\]|#]{1,300})/.exec(path)?.[1] ?? '') : path
  return (
    PICTURE_NAME.test(bare) || PICTURE_NAME.test(bare.split(/[?#]/, 1)[0] ?? '') || PICTURE_ADDRESS.test(path)
  )
}

function findFirst(items: unknown[], depth: number): unknown {
  for (const item of items) {
    const found = findPicture(item, depth + 1)
    if (found !== null) return found
  }
  return null
}
