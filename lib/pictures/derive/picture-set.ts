import { getMediaType } from '#lib/http/media-types.ts'
import { type FocalPoint, fitShape, type Shape, type Size, toHeight } from './crops.ts'
import { type Format, listWidths, toOutputName } from './outputs.ts'
import { toPictureKey, toPicturePath } from './picture-key.ts'

/** A picture as markup names it. `sources` are best first; `src` is for browsers that know none of their types. */
export type PictureSet = Size & {
  tone: string
  sources: { type: string; srcSet: string }[]
  src: string
  /** How wide `src` is, in pixels. */
  srcWidth: number
  /** The widest there is. */
  large: string
}

/** Which of a picture's outputs a place in the layout may need. Widths are those of files, not of boxes. */
export type PictureRange = { shape: Shape; least: number; most: number }

type Known = Size & { hash: string; tone: string }

const BETTER: readonly Format[] = ['avif', 'webp']
const PLAIN_WIDTH = 800

/** Lists the outputs of a picture for one place. Width and height are those of the widest. */
export function listPictureSet(
  picture: Known,
  focus: FocalPoint | null,
  { shape, least, most }: PictureRange,
): PictureSet {
  const key = toPictureKey(picture.hash, focus)
  const all = listWidths(picture, shape)
  const full = all.at(-1) ?? picture.width
  const inRange = all.filter((width) => width >= least && width <= most)
  const widths = inRange.length > 0 ? inRange : [full]
  const widest = widths.at(-1) ?? full
  const toPath = (width: number, format: Format) => toPicturePath(key, toOutputName(shape, width, format))
  const plain = widths.findLast((width) => width <= PLAIN_WIDTH) ?? widest
  return {
    width: widest,
    height: toHeight(widest, fitShape(picture, shape)),
    tone: picture.tone,
    sources: BETTER.map((format) => ({
      type: getMediaType(format),
      srcSet: widths.map((width) => `${toPath(width, format)} ${width}w`).join(', '),
    })),
    src: toPath(plain, 'jpg'),
    srcWidth: plain,
    large: toPicturePath(key, toOutputName('whole', listWidths(picture, 'whole').at(-1) ?? full, 'webp')),
  }
}
