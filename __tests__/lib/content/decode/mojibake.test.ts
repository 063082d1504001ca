import { repairMojibake } from '#lib/content/decode/mojibake.ts'

const SHOWN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** What UTF-8 looks like after being read as Windows-1252 and saved, `times` over. */
function misread(text: string, times: number): string {
  const once = Array.from(Buffer.from(text), (byte) =>
    byte >= 0x80 && byte < 0xa0 ? SHOWN.charAt(byte - 0x80) : String.fromCharCode(byte),
  ).join('')
  return times === 1 ? once : misread(once, times - 1)
}

describe('text misread once or twice is repaired', () => {
  it.each([
    '£500,000',
    'don’t “quote” – dash… €5 ™',
    'café, élève à Paris; À Óbidos É',
    'CÔTE D’IVOIRE, ÉCOLE',
    'Łódź był w',
    'Привет и мир',
    'Ελλάδα',
    'שלום עולם',
    'مرحبا',
    '日本語のニュース',
    '한국어 뉴스',
    'Việt Nam chữ ổ',
    '😀 hi',
    '½ ¼ © 2020',
    'naïve £ Âge',
  ])('%s', (text) => {
    expect(repairMojibake(misread(text, 1))).toBe(text)
    expect(repairMojibake(misread(text, 2))).toBe(text)
  })

  it.each([
    ['Â£500,000', '£500,000'],
    ['donâ€™t', 'don’t'],
    ['Ã©', 'é'],
    ['\u00e2\u20ac\u009d', '”'],
    ['Âge and Â£5 and Â alone', 'Âge and £5 and Â alone'],
  ])('%s → %s', (text, expected) => {
    expect(repairMojibake(text)).toBe(expected)
  })
})

describe('honest text stays as it is', () => {
  it.each([
    'Âge',
    'Â',
    'Â ',
    'naïve £5',
    'Việt Nam chỗ đứng “được”…',
    '„SPÖ“ und „FPÖ“ sagt',
    '« café\u00a0» et « thé\u00a0», à\u00a0« Paris\u00a0»',
    'É\u00a0» LIBERTÉ’S',
    'AMANHÃ” e AMANHÃ\u00a0praia',
    'ESPAÑA”, PERÚ” dijo, está»— dijo',
    'PÅ… Ø” Å–',
    '3×–4',
    'groß“ weiß…',
  ])('%s', (text) => {
    expect(repairMojibake(text)).toBe(text)
  })
})
