import { toSearchText } from '#lib/search/words/search-text.ts'
import { listWords, tokenize } from '#lib/search/words/tokenize.ts'

describe('the words of a text', () => {
  it.each([
    ['possessives and elisions', "The harbour's O’Brien l’été", 'the harbour o brien l ete'],
    ['accents and ligatures', 'Straße Œuvre MÜLLER Ørsted Łódź', 'strasse oeuvre muller orsted lodz'],
    ['hyphens', 'a well-known e-mail', 'a well known e mail'],
    ['numbers', '1,000 10.000.000 3.5 １２ ٢٠٢٠ १२', '1000 10000000 3 5 12 2020 12'],
    ['signs', 'C++ #ferries @desk 😀 & — …', 'c ferries desk'],
    ['soft hyphens', 'Har\u00adbour', 'harbour'],
    ['Cyrillic', 'Новый ёлка', 'новый елка'],
    ['Greek', 'Οδυσσεύς', 'οδυσσευσ'],
    ['Turkish capitals', 'İstanbul ılık', 'istanbul ilik'],
    ['Arabic marks, alef, ya and ta marbuta', 'أَحْمَدُ إلى الإدارة مـــدرسة', 'احمد الي الاداره مدرسه'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['vowel signs that are no accents', 'हिन्दी', 'हिन्दी'],
    ['Chinese', '港口城市', '港口 口城 城市 市'],
    ['Japanese beside digits', '2020年の', '2020 年の の'],
    ['halfwidth kana', 'ﾊﾝ', 'ハン ン'],
    ['Korean', '항구에서', '항구 구에 에서 서'],
    ['Thai', 'สวัสดีชาวโลก', 'สวัสดี ชาว โลก'],
    ['nothing', '\u0301\u0301 !!! \u0000', ''],
  ])('%s', (_, text, words) => {
    expect(listWords(text.normalize('NFC'), 100)).toEqual(words === '' ? [] : words.split(' '))
  })

  it('cuts what is no word', () => {
    expect(listWords('x'.repeat(500), 10)).toEqual(['x'.repeat(40)])
  })

  it('says where each word stands', () => {
    expect(tokenize('A café, 港口')).toEqual([
      { word: 'a', start: 0, end: 1 },
      { word: 'cafe', start: 2, end: 6 },
      { word: '港口', start: 8, end: 10 },
      { word: '口', start: 9, end: 10 },
    ])
  })
})

describe('the text of a body of Markdown', () => {
  it.each([
    [
      'links',
      'See [the pier](https://example.org/a_b) and https://example.org/secret now',
      'See the pier and now',
    ],
    ['emphasis', 'A **bold** and _soft_ snake_case', 'A bold and soft snake_case'],
    ['headings and lists', '# Head\n\n- one\n- two\n\n1. three', 'Head one two three'],
    ['HTML', '<p class="x">One</p><script>var two</script>&amp; three<!-- four -->', 'One & three'],
    ['what nothing closes', 'One <!-- two', 'One'],
    ['pictures', '![A gull](gull.jpg "x") flies', 'A gull flies'],
    ['notes and references', 'One[^1] two\n\n[a]: https://example.org/x', 'One two'],
    ['templates', 'One {{< video id="x" >}} two {: .lead}', 'One two'],
    ['tables', '| a | b |\n|---|---|\n| c | d |', 'a b c d'],
  ])('%s', (_, markdown, text) => {
    expect(toSearchText(markdown)).toBe(text)
  })

  it.each([
    ['comments', '<!--'],
    ['scripts', '<script '],
    ['brackets', '[['],
    ['links', ']('],
    ['tags', '<a '],
    ['underscores', '_'],
    ['templates', '{{'],
    ['spaces', ' \t'],
  ])('is read in linear time: %s', (_, sign) => {
    expect(toSearchText(`start ${sign.repeat(300_000)}`)).toContain('start')
  })
})
