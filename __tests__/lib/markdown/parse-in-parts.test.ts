import { listBoundaries } from '#lib/markdown/block-boundaries.ts'
import { renderPost } from './render-post.ts'

const filler = Array.from({ length: 60 }, (_, at) => `${at} ${'High water before dawn. '.repeat(10)}`).join(
  '\n\n',
)

describe('a long text read in parts', () => {
  it.each([
    ['a paragraph after a blank line', 'one\n\ntwo', [5]],
    ['not a line of the same paragraph', 'one\ntwo', []],
    ['not an item of the same list', '- one\n\n- two\n\n1. three', []],
    ['what ends a list', '- one\n\ntwo', [7]],
    ['not what belongs to an item', '- one\n\n  two', []],
    ['not a definition below its term', 'Tide\n\n: water', []],
    ['nothing inside a fence', '```\none\n\ntwo\n```\n\nthree', [18]],
    ['nothing inside a comment', '<!-- one\n\ntwo -->\n\nthree', [19]],
    ['nothing inside preformatted text', '<pre>one\n\n<b>two</b>\n\nthree</pre>\n\nfour', [35]],
    ['what follows a fence in an item', '- one\n  ```\n  a\n\nb', [17]],
    ['nothing more when a fence may be in an item or not', '- one\n***\n  ```\na\n\nb', []],
    ['a heading below a paragraph', 'one\n# two\nthree', [4]],
    ['a heading below a list or a quotation', '- one\n# two\n> three\n### four', [6, 20]],
    ['not a heading in an item', '- one\n  # two', []],
    ['not a heading in a fence', '```\n# two\n```\n# three', [14]],
    ['not a heading in HTML', '<div>\n# two\n\n# three', [13]],
    ['not what only looks like a heading', 'one\n#two\n####### three', []],
  ])('begins with %s', (_, text, boundaries) => {
    expect([...listBoundaries(text)]).toEqual(boundaries)
  })

  it('knows labels that are defined elsewhere', () => {
    const { html, notes } = renderPost(`[Quay] x[^1]\n\n${filler}\n\n[QUAY]: /quay\n[^1]: Note`)
    expect(html).toContain('<p><a href="/quay">Quay</a> x<sup><a href="#fn-1"')
    expect(html).toContain('<li id="fn-1">')
    expect(notes).toEqual([])
  })

  it('defines nothing by what is code', () => {
    expect(
      renderPost(`[Quay] x[^1]\n\n${filler}\n\n\`\`\`\n[Quay]: /quay\n[^1]: Note\n\`\`\``).html,
    ).toContain('x[^1]</p>')
  })

  it('leaves what is never closed open to the end', () => {
    expect(renderPost(`${filler}\n\n[quay]: /quay\n\n\`\`\`\n[Quay]\n\n${filler}`).html).toMatch(
      /before dawn. \n<\/code><\/pre>$/,
    )
  })
})
