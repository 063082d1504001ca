import { dropBoilerplateLines } from '#lib/content/clean/boilerplate.ts'
import { cleanStandfirst, cleanTitle, toDescription } from '#lib/content/clean/clean.ts'
import { spaceSentences } from '#lib/content/clean/sentence-spacing.ts'

const words = ['Advertisement']

describe('cleanTitle', () => {
  it.each([
    [' Tide\u00a0tables\n', 'Tide tables'],
    ['U&#46;S&#46; &amp; the Quay', 'U.S. & the Quay'],
    ['&lt;b&gt; is a tag', '<b> is a tag'],
    ['The <em>bell</em> *tolls* in `Quay`', 'The bell tolls in Quay'],
    ['[Bell](https://quay.example) rings', 'Bell rings'],
    ['\u202bBell\u202c \u200ering\ufeff', 'Bell ring'],
    ['می\u200cشود', 'می\u200cشود'],
    ['👩\u200d🚒 at the quay', '👩\u200d🚒 at the quay'],
    ['5 * 3 * 2 = 30', '5 * 3 * 2 = 30'],
    ['snake_case_name and List<String>', 'snake_case_name and List<String>'],
    ['<br>', '<br>'],
    ['***', '***'],
    ['2 < 3 & 4 > 1', '2 < 3 & 4 > 1'],
    ['Lost \ufffd letter', 'Lost \ufffd letter'],
  ])('%j → %j', (raw, expected) => {
    expect(cleanTitle(raw)).toBe(expected)
  })
})

describe('cleanStandfirst', () => {
  it.each([
    ['AdvertisementHe has been busy.', 'He has been busy.'],
    ['It ended.AdvertisementAnd then?', 'It ended. And then?'],
    ['Advertisement“He has”', '“He has”'],
    ['Advertisements are taxed.', 'Advertisements are taxed.'],
    ['Advertisement rates rise', 'Advertisement rates rise'],
    ['Advertisement\n\nHe has been busy.', 'He has been busy.'],
    ['Advertisement', ''],
    ['The film franchise.And Tom', 'The film franchise. And Tom'],
  ])('%j → %j', (raw, expected) => {
    expect(cleanStandfirst(raw, words)).toBe(expected)
  })

  it('knows the words of the site, and none when it lists none', () => {
    expect(cleanStandfirst('Story continuesHe ran.', ['Story continues'])).toBe('He ran.')
    expect(cleanStandfirst('AdvertisementHe ran.', [])).toBe('AdvertisementHe ran.')
  })
})

describe('spaceSentences', () => {
  it.each([
    ['franchise.And Tom', 'franchise. And Tom'],
    ['Really?Yes!No', 'Really? Yes! No'],
    ['in 2020.The board', 'in 2020. The board'],
    ['he said.“The bell', 'he said. “The bell'],
    ['at last.I was', 'at last. I was'],
    ['Node.js and Vue.Js', 'Node.js and Vue.Js'],
    ['the U.S.A and J.K.Rowling', 'the U.S.A and J.K.Rowling'],
    ['example.Com/Story and Go.USA.gov', 'example.Com/Story and Go.USA.gov'],
    ['apps.Quay.gov, too', 'apps.Quay.gov, too'],
    ['https://x.example/a.Bell', 'https://x.example/a.Bell'],
    ['ada.Quill@paper.example', 'ada.Quill@paper.example'],
    ['3.Five and v2.Beta', '3.Five and v2.Beta'],
    ['a Ph.D candidate', 'a Ph.D candidate'],
  ])('%j → %j', (raw, expected) => {
    expect(spaceSentences(raw)).toBe(expected)
  })
})

describe('dropBoilerplateLines', () => {
  it.each([
    ['Advertisement\n\nText', '\n\nText'],
    ['One\n\n**Advertisement** \n\nTwo', 'One\n\n\n\nTwo'],
    ['One\nADVERTISEMENT\nTwo', 'One\n\nTwo'],
    ['Advertisements\nAdvertisement rates', 'Advertisements\nAdvertisement rates'],
  ])('%j → %j', (body, expected) => {
    expect(dropBoilerplateLines(body, words)).toBe(expected)
  })
})

it('a description is at most 160 characters, whatever comes in', () => {
  for (const text of [
    'word '.repeat(5000),
    '字'.repeat(5000),
    '👩\u200d🚒'.repeat(100),
    'x'.repeat(10_000),
    '',
  ]) {
    expect(toDescription(text).length).toBeLessThanOrEqual(160)
  }
})

describe('generous sizes do not hang', () => {
  const size = 20_000
  it.each([
    '[',
    '![',
    '](',
    '<a ',
    '*a',
    '_',
    '`',
    '{{',
    '<!--',
    '&amp',
    'a.B',
    '\u00a0',
    'Advertisement',
    '"',
    '~~a',
  ])('%j, over and over', (piece) => {
    expect(cleanTitle(piece.repeat(size)).length).toBeLessThanOrEqual(piece.length * size)
    expect(cleanStandfirst(piece.repeat(size), words).length).toBeLessThanOrEqual(piece.length * size * 2)
  })
})
