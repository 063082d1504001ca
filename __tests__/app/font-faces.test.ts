import { readFileSync } from 'node:fs'
import * as fontkit from 'fontkit'

function openFace(name: string): fontkit.Font {
  const styles = readFileSync('app/_styles/fonts.css', 'utf8')
  const file = new RegExp(`/fonts/${name}-[0-9a-f]+\\.woff2`).exec(styles)?.[0]
  const font = fontkit.create(readFileSync(`public${file}`))
  if (!('glyphForCodePoint' in font)) throw new Error('a collection')
  return font
}

const getHeight = (font: fontkit.Font, letter: string) =>
  font.glyphForCodePoint(letter.codePointAt(0) ?? 0).bbox.maxY / font.unitsPerEm

it.each(['A', 'H', 'X', 'Z'])(
  'a capital %s of the small caps is half as high as its type, no more',
  (letter) => {
    expect(getHeight(openFace('caps'), letter)).toBeCloseTo(0.5, 1)
    expect(getHeight(openFace('text'), letter)).toBeGreaterThan(0.6)
  },
)

it('the small caps have the accented capitals of western Europe, figures and what parts words', () => {
  const { characterSet } = openFace('caps')
  for (const letter of 'ÀÇÉÖÜÑØÆŒ0123456789 ’-–·,.&') {
    expect(characterSet).toContain(letter.codePointAt(0))
  }
})

it.each(['text', 'text-italic', 'display'])('the figures of %s stand as high as capitals', (face) => {
  for (const figure of '0123456789') expect(getHeight(openFace(face), figure)).toBeGreaterThan(0.65)
})
