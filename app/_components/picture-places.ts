import type { PictureRange } from '#lib/media/picture-set.ts'

type Place = PictureRange & {
  /** How wide the picture stands: the CSS of the component that shows it, in the words of `sizes`. */
  sizes: string
}

/** Where pictures stand. Lazy ones are measured by the browser itself (`auto`) where it can. */
export const PICTURE_PLACES = {
  'card-lead': {
    ...{ shape: '3x2', least: 320, most: 1600 },
    sizes: '(width >= 75rem) 41rem, (width >= 64rem) calc(67vw - 15rem), 92vw',
  },
  'card-tall': { shape: '3x2', least: 200, most: 1200, sizes: '(width >= 48rem) 45vw, 92vw' },
  'card-row': { shape: '3x2', least: 120, most: 480, sizes: '(width >= 48rem) 9rem, 27vw' },
  portrait: { shape: '1x1', least: 120, most: 480, sizes: '9rem' },
} as const satisfies Record<string, Place>

export type PicturePlace = keyof typeof PICTURE_PLACES

/** The lead picture of a story is shown whole, and no higher than the screen is likely to be. */
const LEAD_WIDTH_REM = 56
const LEAD_HEIGHT_REM = 42

export const LEAD_RANGE: PictureRange = { shape: 'whole', least: 320, most: 2400 }

/** How wide a story's lead picture stands: its frame's width, or less for one that is higher than wide. */
export function toLeadSizes({ width, height }: { width: number; height: number }): string {
  const most = Math.min(LEAD_WIDTH_REM, Math.round((LEAD_HEIGHT_REM * width) / height))
  return `(width >= 75rem) ${most}rem, (width >= 64rem) min(100vw - 18.5rem, ${most}rem), min(92vw, ${most}rem)`
}
