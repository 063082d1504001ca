import { listRequiredCharacters } from '#lib/fonts/alphabets.ts'

it.each([
  ['en', 'azAZ09.,’–', 'äéßжب'],
  ['de', 'äöüÄÖÜß', 'ẞéł'],
  ['de-AT', 'äöüß', 'éł'],
  ['pl', 'łŁżŻ', 'äß'],
  ['tr', 'ışğİI', 'ä'],
  ['ru', 'абвяёъЁЯ09', 'azZіў'],
  ['uk', 'ґєіїҐЇ', 'ыё'],
  ['sr', 'ђћљЂ', 'čćz'],
  ['sr-Latn', 'čćđČz', 'ђћ'],
  ['el', 'αωςάΩ', 'azж'],
  ['he', 'אתםץ', 'azAZ'],
  ['ar', 'ابي،؟', 'azAZ0'],
  ['ka', 'აჰ', 'ᲐAZ'],
  ['hy', 'աֆԱ', 'az'],
  ['ja', '日本語月', 'az'],
  ['hi', 'हिन्दी', 'az'],
  ['ga', 'áéíóú', 'à'],
])('%s needs %s and not %s', (language, needed, others) => {
  const characters = listRequiredCharacters(language)
  expect([...needed].filter((character) => !characters.includes(character))).toEqual([])
  expect([...others].filter((character) => characters.includes(character))).toEqual([])
})
