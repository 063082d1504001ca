import { cutSnippet, type Part } from '#lib/search/query/snippet.ts'

const filler = (words: number) => 'lorem ipsum dolor sit amet '.repeat(Math.ceil(words / 5)).trim()

function show(parts: readonly Part[]): string {
  return parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('')
}

const both = { words: new Set(['ferry', 'harbour']), enough: 2 }

describe('a snippet', () => {
  it.each([
    [
      'both words at once, however late',
      `The ferry. ${filler(400)} Then the ferry left the harbour. ${filler(400)}`,
      'Then the [ferry] left the [harbour].',
    ],
    [
      'the first stretch that has both',
      `A harbour for the ferry here. ${filler(900)} The ferry in the harbour there.`,
      'A [harbour] for the [ferry] here.',
    ],
    [
      'one word where nothing has both',
      `${filler(300)} A ferry alone. ${filler(900)} A harbour alone.`,
      'A [ferry] alone.',
    ],
    [
      'words beyond the first pieces',
      `${filler(3000)} The ferry and the harbour.`,
      'The [ferry] and the [harbour].',
    ],
  ])('shows %s', (_, text, shown) => {
    expect(show(cutSnippet(text, both))).toContain(shown)
  })

  it('begins with the text where nothing is found', () => {
    expect(show(cutSnippet(`Tides rise. ${filler(100)}`, both))).toMatch(/^Tides rise\. lorem .* …$/)
  })

  it('marks a match at the end of what is read, and everything up to the end of the stretch', () => {
    const text = `${filler(70)} ferry harbour ${'harbour '.repeat(40)}end`
    const shown = show(cutSnippet(text, both))
    expect(shown.replace(/\[[^\]]*\]/g, '')).not.toContain('harbour')
  })

  it('reads Chinese, which has no spaces, in one piece or by its punctuation', () => {
    const sought = { words: new Set(['港口']), enough: 1 }
    const text = `${'今天天气很好'.repeat(300)}，港口关闭了。${'今天天气很好'.repeat(300)}`
    expect(show(cutSnippet(text, sought))).toContain('[港口]关闭了。')
  })
})
