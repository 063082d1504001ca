/** A point that must stay in view: fractions of width and height from the top left corner. */
export type FocalPoint = { x: number; y: number }
export type Size = { width: number; height: number }
export type Rectangle = Size & { left: number; top: number }

/** The shapes pictures are cut to, as width / height. `whole` is not cut. */
export const SHAPES = {
  whole: null,
  '3x2': 3 / 2,
  '1x1': 1,
  '16x9': 16 / 9,
  '4x3': 4 / 3,
  og: 1200 / 630,
} as const

export type Shape = keyof typeof SHAPES

/** The largest rectangle of a shape that fits into a picture, in whole pixels. */
export function fitShape({ width, height }: Size, shape: Shape): Size {
  const ratio = SHAPES[shape]
  if (ratio === null) return { width, height }
  return width / height > ratio
    ? { width: Math.max(1, Math.round(height * ratio)), height }
    : { width, height: Math.max(1, Math.round(width / ratio)) }
}

/** Where to cut so that `focus` is as near the middle as the picture's edges allow. */
export function placeCrop(picture: Size, crop: Size, focus: FocalPoint): Rectangle {
  const position = (whole: number, part: number, at: number) =>
    Math.round(Math.min(Math.max(at * whole - part / 2, 0), whole - part))
  return {
    ...crop,
    left: position(picture.width, crop.width, focus.x),
    top: position(picture.height, crop.height, focus.y),
  }
}

/** The height that goes with a width, in whole pixels. */
export function toHeight(width: number, { width: fullWidth, height }: Size): number {
  return Math.max(1, Math.round((width * height) / fullWidth))
}
