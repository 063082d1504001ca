import { ACCENTED, LATIN_TEXT } from '#lib/fonts/latin-text.ts'

const LOWER = 'abcdefghijklmnopqrstuvwxyz'

const FIGURES = ['kern', 'liga', 'lnum', 'tnum', 'ccmp', 'mark']

/**
 * The files the site serves, and the kept package each is cut from. Vollkorn is a bread face of the newspapers' kind;
 * Brygada 1918 has the engraver's sharpness of a chart's title.
 */
export const FACES = [
  {
    name: 'text',
    source: '@fontsource/vollkorn/files/vollkorn-latin-400-normal.woff2',
    text: LATIN_TEXT,
    features: FIGURES,
    axes: {},
  },
  {
    name: 'text-italic',
    source: '@fontsource/vollkorn/files/vollkorn-latin-400-italic.woff2',
    text: LATIN_TEXT,
    features: FIGURES,
    axes: {},
  },
  {
    name: 'display',
    source: '@fontsource-variable/brygada-1918/files/brygada-1918-latin-wght-normal.woff2',
    text: LATIN_TEXT,
    features: FIGURES,
    axes: { wght: 700 },
  },
] as const satisfies readonly {
  name: string
  source: string
  text: string
  features: readonly string[]
  axes: Record<string, number>
}[]

/** Vollkorn's small capitals, drawn as such: its package has them where other faces have small letters. */
export const SMALL_CAPS = {
  name: 'caps',
  source: '@fontsource/vollkorn-sc/files/vollkorn-sc-latin-600-normal.woff2',
  letters: `${LOWER}${ACCENTED}`.replace('ß', ''),
  others: '0123456789 ’-–—·,.&:',
} as const
