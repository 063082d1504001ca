import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import brygada from '@capsizecss/metrics/brygada1918'
import georgia from '@capsizecss/metrics/georgia'
import vollkorn from '@capsizecss/metrics/vollkorn'
import * as fontkit from 'fontkit'
import subsetFont from 'subset-font'
import { LATIN_RANGE } from '#lib/fonts/latin-text.ts'
import { getOverrides, SERIFS } from '#lib/fonts/stand-ins.ts'
import { sha256 } from '#lib/text/hash.ts'
import { FACES, SMALL_CAPS } from './font-faces.ts'
import { redrawCharacters } from './redraw-characters.ts'

// Cuts the faces in font-faces.ts from their packages into public/fonts/, each under a name that changes with its
// bytes, and writes the style sheet that declares them. Run it after changing a face; what it writes is committed.

const FOLDER = 'public/fonts'
const STYLES = 'app/_styles/fonts.css'
const ADDRESSES = 'app/_styles/font-files.ts'

type Metrics = typeof vollkorn

/** The systems' fonts at the width and height of a face, each under that face's name. */
function declareFallbacks(family: string, metrics: Metrics, cut: 'regular' | 'bold'): string[] {
  const { ascent, descent, lineGap, unitsPerEm, subsets } = metrics
  const face = {
    ascent: ascent / unitsPerEm,
    descent: -descent / unitsPerEm,
    lineGap: lineGap / unitsPerEm,
    width: subsets.latin.xWidthAvg / unitsPerEm,
  }
  return SERIFS.map((fallback) => {
    const overrides = Object.entries(getOverrides(face, fallback, cut)).map(
      ([name, value]) => `  ${name}: ${value};\n`,
    )
    const locals = fallback[cut].map((name) => `local("${name}")`).join(', ')
    return `@font-face {\n  font-family: "${family} ${fallback.name}";\n  src: ${locals};\n${overrides.join('')}}`
  })
}

function declareFace(family: string, file: string, descriptors: readonly string[]): string {
  const lines = [
    `font-family: "${family}"`,
    ...descriptors,
    // Not `swap`, which moves pages: docs/decisions/0015-first-visit-fonts.md.
    'font-display: optional',
    `src: url("/fonts/${file}") format("woff2")`,
    `unicode-range: ${LATIN_RANGE}`,
  ]
  return `@font-face {\n${lines.map((line) => `  ${line};\n`).join('')}}`
}

async function cutFace({ name, source, text, features, axes }: (typeof FACES)[number]): Promise<string> {
  const options = { noHinting: true, keepFeatures: features } as const
  const package_ = readFileSync(path.join('node_modules', source))
  const cut = await subsetFont(package_, text, { ...options, targetFormat: 'truetype', variationAxes: axes })
  const font = openFont(cut)
  const glyphs = [...text]
    .filter((letter) => font.hasGlyphForCodePoint(toCode(letter)))
    .map((letter) => [toCode(letter), getLiningGlyph(font, letter)] as const)
  const lined = redrawCharacters(cut, new Map(glyphs))
  return writeFace(name, await subsetFont(lined, text, { ...options, targetFormat: 'woff2' }))
}

/** Figures as high as capitals: Vollkorn's old-style 1 is drawn like a small I, and £11m must not read as £IIm. */
function getLiningGlyph(font: fontkit.Font, letter: string): number {
  const [glyph] = font.layout(letter, ['lnum']).glyphs
  return glyph?.id ?? font.glyphForCodePoint(toCode(letter)).id
}

/** Small capitals that stand where capitals are asked for, and how high they are, in ems. */
async function cutSmallCaps(): Promise<{ file: string; height: number }> {
  const { name, source, letters, others } = SMALL_CAPS
  const package_ = readFileSync(path.join('node_modules', source))
  const options = { noHinting: true, keepFeatures: ['kern'] } as const
  const cut = await subsetFont(package_, letters + others, { ...options, targetFormat: 'truetype' })
  const font = openFont(cut)
  const glyphs = [...letters, ...others]
    .filter((letter) => font.hasGlyphForCodePoint(toCode(letter)))
    .map((letter) => [toCode(letter.toUpperCase()), font.glyphForCodePoint(toCode(letter)).id] as const)
  const raised = redrawCharacters(cut, new Map(glyphs))
  const text = letters.toUpperCase() + others
  const file = writeFace(name, await subsetFont(raised, text, { ...options, targetFormat: 'woff2' }))
  return { file, height: font.glyphForCodePoint(toCode('x')).bbox.maxY / font.unitsPerEm }
}

function openFont(bytes: Buffer): fontkit.Font {
  const font = fontkit.create(bytes)
  if (!('glyphForCodePoint' in font)) throw new Error('A collection of fonts is not a font')
  return font
}

function toCode(letter: string): number {
  return letter.codePointAt(0) ?? 0
}

/**
 * What stands in for the small capitals until they come, and for the letters they lack: the capitals of a system's
 * serif, brought to their height. Those of Georgia, Noto Serif, DejaVu Serif and Times are nearly of one height.
 */
function declareStandIn(height: number): string {
  const names = ['Georgia', 'Noto Serif', 'DejaVu Serif', 'Times New Roman', 'Liberation Serif']
  const locals = names.flatMap((name) => [
    `local("${name} Bold")`,
    `local("${name.replaceAll(' ', '')}-Bold")`,
  ])
  const size = ((height * georgia.unitsPerEm) / georgia.capHeight) * 100
  return `@font-face {\n  font-family: "Caps Serif";\n  src: ${locals.join(', ')};\n  size-adjust: ${size.toFixed(1)}%;\n}`
}

function writeFace(name: string, bytes: Buffer): string {
  const file = `${name}-${sha256(bytes).slice(0, 8)}.woff2`
  writeFileSync(path.join(FOLDER, file), bytes)
  console.log(`${file}: ${bytes.length} bytes`)
  return file
}

/** Bold words in a text are set in the display face, as printers did, brought to the text face's x-height. */
const boldSize = ((vollkorn.xHeight / brygada.xHeight) * 100).toFixed(1)

rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
const [text = '', italic = '', display = ''] = await Promise.all(FACES.map(cutFace))
const caps = await cutSmallCaps()
const rules = [
  '/* Written by scripts/build-fonts.ts. */',
  declareFace('Text', text, ['font-weight: 400']),
  declareFace('Text', italic, ['font-style: italic', 'font-weight: 400']),
  declareFace('Text', display, ['font-weight: 700', `size-adjust: ${boldSize}%`]),
  declareFace('Display', display, ['font-weight: 700']),
  declareFace('Caps', caps.file, []),
  declareStandIn(caps.height),
  ...declareFallbacks('Text', vollkorn, 'regular'),
  ...declareFallbacks('Display', brygada, 'bold'),
]
writeFileSync(STYLES, `${rules.join('\n\n')}\n`)
const addresses = Object.entries({ TEXT: text, ITALIC: italic, DISPLAY: display, CAPS: caps.file }).map(
  ([name, file]) => `export const ${name}_FACE_URL = '/fonts/${file}'`,
)
writeFileSync(ADDRESSES, `/* The files of the built-in faces. */\n${addresses.join('\n')}\n`)
spawnSync('biome', ['format', '--write', STYLES, ADDRESSES], { stdio: 'inherit' })
