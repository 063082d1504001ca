import { decodeText } from '#lib/content/decode/decode.ts'

describe('decode', () => {
  it.each([
    ['a UTF-8 byte order mark', [0xef, 0xbb, 0xbf, 0x61], 'a'],
    ['UTF-16, little end first', [0xff, 0xfe, 0x61, 0, 0x0a, 0], 'a\n'],
    ['UTF-16, big end first', [0xfe, 0xff, 0, 0x61], 'a'],
    ['Windows line ends', [0x61, 0x0d, 0x0a, 0x62], 'a\nb'],
    ['old Mac line ends', [0x61, 0x0d, 0x0d, 0x62], 'a\n\nb'],
    ['control characters', [0x61, 0, 1, 8, 0x1f, 0x62], 'ab'],
    ['tab and line feed, which stay', [0x09, 0x0a, 0x61], '\t\na'],
    ['a form feed between words', [0x61, 0x0c, 0x62], 'a b'],
    ['no bytes at all', [], ''],
  ])('%s', (_what, bytes, expected) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ value: expected, diagnostics: [] })
  })

  it('reads what is not UTF-8 as Windows-1252 and says so', () => {
    const { value, diagnostics } = decodeText(
      Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0x80, 0x35, 0x93]),
    )
    expect(value).toBe('café €5“')
    expect(diagnostics).toMatchObject([{ severity: 'warning', hint: 'Save it as UTF-8' }])
  })

  it.each([
    ['zh-CN', 'b8dbbfdab5c4d4e7b3bf', '港口的早晨', 'GBK'],
    ['zh-TW', 'b4e4a466aaba', '港口的', 'big5'],
    ['ja', '8d6082cc92a9', '港の朝', 'Shift_JIS'],
    ['ja', 'b9c1a4cec4ab', '港の朝', 'euc-jp'],
    ['ko', 'c7d7b1b8', '항구', 'euc-kr'],
    ['ru', 'cfeef0f220f3f2f0eeec', 'Порт утром', 'windows-1251'],
    ['pl', 'b3f3640aafeabf', 'łód\nŻęż', 'windows-1250'],
    ['ja', '636166e920613b', 'café a;', 'Windows-1252'],
    ['de', 'fc626572', 'über', 'Windows-1252'],
  ])('reads what is not UTF-8 as programs in %s wrote it before: %s', (language, bytes, text, encoding) => {
    const { value, diagnostics } = decodeText(Buffer.from(bytes, 'hex'), language)
    expect(value).toBe(text)
    expect(diagnostics).toMatchObject([{ message: `the file is not UTF-8 and was read as ${encoding}` }])
  })

  it('reads UTF-8 with one bad byte without spoiling the good ones in any language', () => {
    const bytes = Buffer.concat([Buffer.from('Порт утром '), Uint8Array.from([0xe9])])
    expect(decodeText(bytes, 'ru').value).toBe('Порт утром é')
  })

  it('reads UTF-8 with one bad byte without spoiling the good ones', () => {
    const bytes = Buffer.concat([Buffer.from('“café” '), Uint8Array.from([0xe9])])
    expect(decodeText(bytes).value).toBe('“café” é')
  })

  it('keeps a replacement character and names its line', () => {
    const { value, diagnostics } = decodeText(Buffer.from('one\ntwo \ufffd'))
    expect(value).toBe('one\ntwo \ufffd')
    expect(diagnostics).toMatchObject([{ severity: 'warning', line: 2 }])
  })

  it('names the line of the first repair', () => {
    expect(decodeText(Buffer.from('one\n\ncafÃ©')).diagnostics).toMatchObject([
      { severity: 'warning', line: 3 },
    ])
  })
})
