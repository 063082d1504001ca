import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Font, openSync } from 'fontkit'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { isMissing } from '#lib/files/path-errors.ts'
import { parseJson } from '#lib/text/json.ts'

type Family = { name: string; weight: 400 | 600 | 700 }
type Slice = { file: string; ranges: [number, number][] }

const BRYGADA: Family = { name: 'brygada-1918', weight: 700 }
const SMALL_CAPS: Family = { name: 'vollkorn-sc', weight: 600 }
const NOTO: Family = { name: 'noto-serif', weight: 700 }
const ARABIC: Family = { name: 'noto-naskh-arabic', weight: 700 }
const HEBREW: Family = { name: 'noto-serif-hebrew', weight: 700 }
const JAPANESE: Family = { name: 'biz-udpmincho', weight: 700 }
const CHINESE: Family = { name: 'zcool-xiaowei', weight: 400 }
const KOREAN: Family = { name: 'gowun-batang', weight: 700 }

/** How words are to look, as far as their script has a face for it. */
export type Face = 'display' | 'caps' | 'plain'

const OWN: Record<Face, Family[]> = { display: [BRYGADA], caps: [SMALL_CAPS, BRYGADA], plain: [] }
const ALPHABETS = [NOTO, ARABIC, HEBREW]
const IDEOGRAPHS = new Map([
  ['zh', [CHINESE, JAPANESE, KOREAN]],
  ['ko', [KOREAN, JAPANESE, CHINESE]],
])
const JAPANESE_FIRST = [JAPANESE, CHINESE, KOREAN]

/** A package's `unicode.json`: the ranges of each of its files, `U+0-ff,U+131`. */
const rangesSchema = z.record(z.string(), z.string())

const slicesByFamily = new Map<string, Slice[]>()
const fonts = new Map<string, Font | null>()

/** Fonts found before, null where there is none: a headline asks for the same few dozen characters again and again. */
const found = new LRUCache<string, { font: Font | null }>({ max: 5_000 })

/**
 * A font that has every character of `text`, for a reader of `language`: Han characters differ in Japanese, Chinese and
 * Korean print. Null where no font of ours has them all. Fonts come in slices, opened when first needed and kept.
 */
export function findFont(text: string, language: string, face: Face): Font | null {
  const script = language.slice(0, 2).toLowerCase()
  const key = `${face} ${script} ${text}`
  const known = found.get(key)
  if (known !== undefined) return known.font
  const font = searchFont(text, [...OWN[face], ...ALPHABETS, ...(IDEOGRAPHS.get(script) ?? JAPANESE_FIRST)])
  found.set(key, { font })
  return font
}

function searchFont(text: string, families: readonly Family[]): Font | null {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0)
  for (const family of families) {
    for (const { file } of listSlices(family).filter(({ ranges }) => covers(ranges, points[0] ?? 0))) {
      const font = openFont(file)
      if (font !== null && points.every((point) => font.hasGlyphForCodePoint(point))) return font
    }
  }
  return null
}

function covers(ranges: Slice['ranges'], point: number): boolean {
  return ranges.some(([first, last]) => point >= first && point <= last)
}

function listSlices(family: Family): Slice[] {
  const known = slicesByFamily.get(family.name)
  if (known !== undefined) return known
  const folder = path.join(process.cwd(), 'node_modules/@fontsource', family.name)
  const slices = readSlices(folder, family)
  slicesByFamily.set(family.name, slices)
  return slices
}

/**
 * A package that is not there, as in a deployment without it, covers nothing: its cards go without words.
 *
 * @throws {Error} when a file is there and cannot be read now: that is not to be remembered
 */
function readSlices(folder: string, { name, weight }: Family): Slice[] {
  try {
    const listed = parseJson(rangesSchema, readFileSync(path.join(folder, 'unicode.json'), 'utf8'))
    return Object.entries(listed).map(([subset, ranges]) => ({
      file: path.join(folder, `files/${name}-${subset.replace(/[[\]]/g, '')}-${weight}-normal.woff`),
      ranges: ranges.split(',').map(toRange),
    }))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** `U+4e00-9fff`, `U+2026` */
function toRange(text: string): [number, number] {
  const [first = '', last = first] = text.trim().replace(/^U\+/i, '').split('-')
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
}

function openFont(file: string): Font | null {
  const known = fonts.get(file)
  if (known !== undefined) return known
  const font = readFont(file)
  fonts.set(file, font)
  return font
}

function readFont(file: string): Font | null {
  try {
    const font = openSync(file)
    return 'layout' in font ? font : null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
