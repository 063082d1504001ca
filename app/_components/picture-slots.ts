import type { PictureRange } from '#lib/pictures/derive/picture-set.ts'

type Place = PictureRange & {
  /** How wide the picture stands: the CSS of the component that shows it, in the words of `sizes`. */
  sizes: string
}

const WIDE: PictureRange = { shape: '3x2', least: 320, most: 1600 }
const TALL: PictureRange = { shape: '3x2', least: 200, most: 1200 }
const ROW: PictureRange = { shape: '3x2', least: 120, most: 480 }

/**
 * Where pictures stand. The browser does not measure lazy ones itself (`auto`): below the screen there is no layout to
 * measure yet, and it would take the largest.
 */
export const PICTURE_SLOTS = {
  'front-lead': {
    ...WIDE,
    sizes:
      '(min-width: 75rem) 41rem, (min-width: 68.5rem) calc(68vw - 16rem), (min-width: 64rem) calc(100vw - 22.5rem), (min-width: 50rem) 62vw, 92vw',
  },
  'front-second': { ...TALL, sizes: '(min-width: 64rem) 20rem, (min-width: 41.5rem) 39vw, 92vw' },
  'front-beside': {
    ...TALL,
    sizes: '(min-width: 75rem) 14.5rem, (min-width: 46rem) 30vw, (min-width: 30rem) 45vw, 92vw',
  },
  'block-first': {
    ...TALL,
    sizes:
      '(min-width: 64rem) min(34.5rem, 52vw - 9rem), (min-width: 48rem) 50vw, (min-width: 41.5rem) 39vw, 92vw',
  },
  'block-beside': {
    ...ROW,
    sizes:
      '(min-width: 64rem) clamp(5.5rem, 9vw, 7.5rem), (min-width: 48rem) max(5.5rem, 11vw), max(5.5rem, 25vw)',
  },
  onward: {
    ...TALL,
    sizes: '(min-width: 64rem) 16rem, (min-width: 49rem) 29vw, (min-width: 32rem) 45vw, 92vw',
  },
  list: { ...ROW, sizes: '(min-width: 56rem) 14rem, max(5.5rem, 25vw)' },
  portrait: { shape: '1x1', least: 120, most: 480, sizes: '9rem' },
} as const satisfies Record<string, Place>

export type PictureSlot = keyof typeof PICTURE_SLOTS

/** The lead picture of a story is shown whole, and no higher than the screen is likely to be. */
const LEAD_WIDTH_REM = 56
const LEAD_HEIGHT_REM = 42

export const LEAD_RANGE: PictureRange = { shape: 'whole', least: 320, most: 2400 }

/** How wide a story's lead picture stands: its frame's width, or less for one that is higher than wide. */
export function toLeadSizes({ width, height }: { width: number; height: number }): string {
  const most = Math.min(LEAD_WIDTH_REM, Math.round((LEAD_HEIGHT_REM * width) / height))
  return `(min-width: 75rem) ${most}rem, (min-width: 64rem) min(100vw - 18.5rem, ${most}rem), min(92vw, ${most}rem)`
}
