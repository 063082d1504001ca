import { isEmpty, MAX_QUERY, parseQuery } from '#lib/search/query/parse-query.ts'

const read = (written: string) => parseQuery(written, 'UTC')
const words = (written: string) => read(written).terms.map((term) => term.words.join(' '))

describe('a query', () => {
  it.each([
    ['words', 'Harbour bridge', ['harbour', 'bridge']],
    ['a phrase', '"swing bridge" opens', ['swing bridge', 'opens']],
    ['other quotation marks', '„swing bridge“ «old pier» 「港口」', ['swing bridge', 'old pier', '港口']],
    ['a quotation that nothing closes', 'old "swing bridge', ['old', 'swing bridge']],
    ['a compound', 'well-known', ['well known']],
    ['a run of characters', '港口城市', ['港口 口城 城市']],
    ['one character', '港', ['港']],
    ['Thai, word by word', 'สวัสดีชาวโลก', ['สวัสดี', 'ชาว', 'โลก']],
    [
      'operators of other languages',
      'AND NEAR(a b) OR ^x {title}:y',
      ['and', 'near a', 'b', 'or', 'x', 'title y'],
    ],
    ['only signs', '"""" * - -- : ()', []],
    ['only marks', '\u0301\u0301', []],
    ['control characters', 'a\u0000b\u001fc', ['a', 'b', 'c']],
  ])('reads %s', (_, written, expected) => {
    expect(words(written)).toEqual(expected)
  })

  it('knows what must not be there', () => {
    const { terms, without } = read('ferry -storm -"old pier" well-known -')
    expect(terms.map((term) => term.words)).toEqual([['ferry'], ['well', 'known']])
    expect(without.map((term) => term.words)).toEqual([['storm'], ['old', 'pier']])
  })

  it('narrows by section, author and tag', () => {
    const query = read('tide section:World author:"Ada Quill" Tag:boats')
    expect(query).toMatchObject({ sections: ['World'], authors: ['Ada Quill'], tags: ['boats'] })
    expect(query.terms).toHaveLength(1)
  })

  it.each([
    ['a year', 'from:2020 to:2021', Date.UTC(2020, 0), Date.UTC(2022, 0)],
    ['a month', 'from:2020-05 to:2020-12', Date.UTC(2020, 4), Date.UTC(2021, 0)],
    ['a day', 'from:2020-02-29 to:2020-02-29', Date.UTC(2020, 1, 29), Date.UTC(2020, 2, 1)],
    ['no date', 'from:2021-02-29 to:soon', null, null],
  ])('narrows to %s', (_, written, from, to) => {
    expect(read(written).span).toEqual({ from, to })
  })

  it('begins days where the paper is', () => {
    expect(parseQuery('from:2020-07-01', 'Europe/Berlin').span.from).toBe(Date.UTC(2020, 5, 30, 22))
  })

  it('reads no more than so much', () => {
    const query = read('word '.repeat(5_000))
    expect(query.text.length).toBeLessThanOrEqual(MAX_QUERY)
    expect(query.terms.length).toBe(12)
  })

  it.each([
    ['', true],
    ['  ', true],
    ['-storm', true],
    ['section:news', false],
    ['a', false],
  ])('%j asks for nothing: %s', (written, expected) => {
    expect(isEmpty(read(written))).toBe(expected)
  })
})
