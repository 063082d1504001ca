import { stripCopySuffix, toPostSlug, toSlug } from '#lib/text/slug.ts'

describe('toSlug', () => {
  it.each([
    ['World News', 'world-news'],
    ['Café', 'cafe'],
    ['  Ships & Boats! ', 'ships-boats'],
    ['Don’t panic', 'dont-panic'],
    ['Łódź straße ÆØÅ', 'lodz-strasse-aeoa'],
    ['İstanbul', 'istanbul'],
    ['C', 'c'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['#QuayWatch', 'quaywatch'],
    ['日本語', '日本語'],
    ['נמל הבית', 'נמל-הבית'],
    ['اسكلة', 'اسكلة'],
    ['می\u200cشود', 'میشود'],
    ['cafe\u0301', 'cafe'],
    ['e\u0301 が', 'e-が'],
    ['..', expect.stringMatching(/^x-[0-9a-f]{8}$/)],
    ['🎉', expect.stringMatching(/^x-[0-9a-f]{8}$/)],
    ['', expect.stringMatching(/^x-[0-9a-f]{8}$/)],
  ])('%j → %s', (text, slug) => {
    expect(toSlug(text)).toEqual(slug)
  })

  it('tells texts without a letter apart, the same way each time', () => {
    expect(toSlug('🎉')).toBe(toSlug('🎉'))
    expect(toSlug('🎉')).not.toBe(toSlug('👍'))
  })
})

describe('toPostSlug', () => {
  it.each([
    ['My_File.v2~x', 'My_File.v2~x'],
    ['Two Words', 'two-words'],
    ['who pays?', 'who-pays'],
    ['%e2%80%8aname', 'name'],
    ['100%', '100'],
    ['a/b#c', 'a-b-c'],
    ['notes.md', 'notes-md'],
    ['.', expect.stringMatching(/^x-/)],
    ['..', expect.stringMatching(/^x-/)],
    ['---', expect.stringMatching(/^x-/)],
    ['日本', '日本'],
    ['q'.repeat(198), 'q'.repeat(198)],
  ])('%j → %s', (name, slug) => {
    expect(toPostSlug(name)).toEqual(slug)
  })
})

it.each([
  'a'.repeat(5000),
  '字'.repeat(5000),
  '𠀀'.repeat(5000),
  'a?b#c%d e/f\\g\u0007',
  '\u202e\u200b',
  'x'.repeat(199).concat('é'),
])('%.20j makes a name for a URL and a file', (text) => {
  for (const slug of [toSlug(text), toPostSlug(text)]) {
    expect(slug).not.toMatch(/[/?#%\s\\]|\p{Cc}|\p{Cf}|\p{Cs}/u)
    expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(200)
    expect(slug).not.toBe('')
  }
})

it.each([
  ['name 2', 'name'],
  ['name copy', 'name'],
  ['name copy 2', 'name'],
  ['name (1)', 'name'],
  ['name(1)', 'name'],
  ['name - Copy', 'name'],
  ['name - Copy (2)', 'name'],
  ['Copy of name', 'name'],
  ['name', 'name'],
  ['name-2', 'name-2'],
  ['apollo 11', 'apollo'],
  ['summer of 1998', 'summer of 1998'],
  ['2', '2'],
  ['copy', 'copy'],
])('the copy %j was made from %j', (stem, original) => {
  expect(stripCopySuffix(stem)).toBe(original)
})
