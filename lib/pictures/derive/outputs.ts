import { fitShape, type Shape, type Size, toHeight } from './crops.ts'

/** Pictures for pages come in these widths and no others. Browsers round to a step, so no step is longer than 5/3. */
export const WIDTHS = [120, 200, 320, 480, 800, 1200, 1600, 2400] as const

export type Format = 'avif' | 'webp' | 'jpg'

/** One file that may be derived from a picture. `mostBytes` is for those that have a limit. */
export type Output = Size & { shape: Shape; format: Format; mostBytes?: number }

/**
 * Crops for previews and search: the widest each is made. One that is at least as wide as `enlargedFrom` is always that
 * wide: previews show 1200 pixels on half as many points, and all of them at the one size they ask for.
 */
const SHARED: Partial<Record<Shape, { width: number; enlargedFrom?: number; mostBytes?: number }>> = {
  og: { width: 1200, enlargedFrom: 600, mostBytes: 300_000 },
  '16x9': { width: 1600 },
  '4x3': { width: 1600 },
  '1x1': { width: 1200 },
}

/** The widths a picture comes in when cut to a shape: never wider than it is. */
export function listWidths(picture: Size, shape: Shape): number[] {
  const most = Math.min(fitShape(picture, shape).width, WIDTHS.at(-1) ?? 0)
  return [...WIDTHS.filter((width) => width < most), most]
}

/** `800.avif`, `3x2-320.webp` */
export function toOutputName(shape: Shape, width: number, format: Format): string {
  return `${shape === 'whole' ? '' : `${shape}-`}${width}.${format}`
}

/** `og.jpg`, `16x9.jpg`: the crop that goes to other sites. */
export function toSharedName(shape: Shape): string {
  return `${shape}.jpg`
}

/** The crop that goes to other sites, as large as the original allows. */
export function toSharedOutput(picture: Size, shape: Shape): Output | null {
  const rule = SHARED[shape]
  if (rule === undefined) return null
  const full = fitShape(picture, shape)
  const isEnlarged = rule.enlargedFrom !== undefined && full.width >= rule.enlargedFrom
  const size = isEnlarged
    ? fitShape({ width: rule.width, height: rule.width }, shape)
    : shrink(full, rule.width)
  const output = { shape, format: 'jpg' as const, ...size }
  return rule.mostBytes === undefined ? output : { ...output, mostBytes: rule.mostBytes }
}

function shrink(full: Size, most: number): Size {
  const width = Math.min(full.width, most)
  return { width, height: toHeight(width, full) }
}

/** The output a name asks for, null for any name no page of ours would print. */
export function parseOutputName(name: string, picture: Size): Output | null {
  const shared = /^(og|16x9|4x3|1x1)\.jpg$/.exec(name)?.[1]
  if (isShape(shared)) return toSharedOutput(picture, shared)
  const [, shape = 'whole', digits = '', format] =
    /^(?:(3x2|1x1)-)?([1-9]\d{1,3})\.(avif|webp|jpg)$/.exec(name) ?? []
  const width = Number(digits)
  if (!isShape(shape) || !isFormat(format) || !listWidths(picture, shape).includes(width)) return null
  return { shape, format, width, height: toHeight(width, fitShape(picture, shape)) }
}

function isShape(name: string | undefined): name is Shape {
  return name !== undefined && ['whole', '3x2', '1x1', '16x9', '4x3', 'og'].includes(name)
}

export function isFormat(name: string | undefined): name is Format {
  return name === 'avif' || name === 'webp' || name === 'jpg'
}
