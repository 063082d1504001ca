/** What programs of a language's country wrote before UTF-8, the likeliest first. */
const ENCODINGS: Readonly<Record<string, readonly string[]>> = {
  zh: ['gb18030', 'big5'],
  'zh-hant': ['big5', 'gb18030'],
  'zh-tw': ['big5', 'gb18030'],
  'zh-hk': ['big5', 'gb18030'],
  ja: ['euc-jp', 'shift_jis'],
  ko: ['euc-kr'],
  ...toEntries('ru uk be bg mk', 'windows-1251'),
  ...toEntries('cs hr hu pl ro sk sl', 'windows-1250'),
  ...toEntries('ar fa ur', 'windows-1256'),
  el: ['windows-1253'],
  he: ['windows-1255'],
  th: ['windows-874'],
  tr: ['windows-1254'],
}

const WESTERN = 'windows-1252'

/** Bytes that are no UTF-8 → their text in the first encoding of the paper's language that they are valid in. */
export function decodeLegacy(bytes: Uint8Array, language: string): { text: string; encoding: string } {
  const tag = language.toLowerCase()
  const likely = ENCODINGS[tag] ?? ENCODINGS[tag.split('-')[0] ?? ''] ?? []
  for (const encoding of isMostlyUtf8(bytes) ? [] : likely) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
    } catch {
      // Not in this one: the next is tried, and Windows-1252 reads whatever is left.
    }
  }
  const encoding = isMostlyUtf8(bytes) ? WESTERN : (guessJapanese(bytes) ?? WESTERN)
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

/** Japanese is known by its syllables, whoever asks: there is no text of it without them. */
export function guessJapanese(bytes: Uint8Array): string | null {
  for (const encoding of ['euc-jp', 'shift_jis']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
      const others = text.match(/[^\0-\x7f]/gu)?.length ?? 0
      if ((text.match(/[ぁ-ヶ]/gu)?.length ?? 0) > others / 5) return encoding
    } catch {
      // Not in this one.
    }
  }
  return null
}

/** UTF-8 with a few bytes that are not: those are what is wrong with it. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const lossy = new TextDecoder().decode(bytes)
  return (lossy.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0) > (lossy.match(/\ufffd/g)?.length ?? 0)
}

function toEntries(languages: string, encoding: string): Record<string, readonly string[]> {
  return Object.fromEntries(languages.split(' ').map((language) => [language, [encoding]]))
}
