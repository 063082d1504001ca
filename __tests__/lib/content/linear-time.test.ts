import { defaultSite } from '#lib/config/site.ts'
import { parsePost } from '#lib/content/parse-post.ts'
import { cutText } from '#lib/text/cut-text.ts'
import { toPlainText } from '#lib/text/plain-text.ts'
import { toSlug } from '#lib/text/slug.ts'
import { measureCost, measureGrowth } from '../../support/measure-growth.ts'

const RUNS_OF = [
  ' ',
  '\t',
  '\n',
  ' \n',
  '# ',
  '#',
  '## a {.a',
  '.a',
  '[',
  ']',
  '](',
  '![',
  '[a](',
  '<',
  '<a ',
  '<!--',
  '<script>',
  '</script',
  '<h1>',
  '=\n',
  '-\n',
  '{',
  '{{',
  '{%',
  '{: x ',
  '{% raw %}',
  '[caption',
  '[caption id="',
  '[embed]',
  '"',
  "'",
  '`',
  '```',
  '~',
  '*',
  '**a ',
  '_',
  '\\"',
  '.',
  '!',
  '。',
  '/',
  '-',
  '@',
  'a@',
  '(a@b ',
  '&',
  '&amp',
  ',',
  'and ',
  '> ',
  '| ',
  '$$',
  'Advertisement',
  'Â£',
  'é',
  '汉',
]

/** As long as what it is compared with. */
const PROSE = 'The ferry came back to the quay. '.repeat(3_000)

/** As long as asked for, with something behind it that makes a pattern try again. */
function repeat(piece: string): (length: number) => string {
  return (length) => `${piece.repeat(Math.ceil(length / piece.length))}\u2060 end`
}

function parse(text: string): unknown {
  return parsePost({ path: 'posts/bell.md', bytes: Buffer.from(text) }, defaultSite)
}

/** MDX, whose code is taken out first. */
const RUNS_OF_CODE = [
  ...[
    '<A',
    '<a ',
    '</',
    '<A/>',
    ' <A/>',
    '<A b="',
    '<A b={',
    '<b a={x',
    '{/*',
    '{#a',
    "{'",
    '{`',
    '$a ',
    '$$a\n',
  ],
  ...['export const a = {\n\n', 'export const meta = {', 'import {', 'import a, ', '` `` ', '{"a"', '/*'],
]

function parseMdx(text: string): unknown {
  return parsePost({ path: 'posts/bell.mdx', bytes: Buffer.from(text) }, defaultSite)
}

describe('time in proportion to the text, for runs of', () => {
  it.each([...RUNS_OF, ...RUNS_OF_CODE])('%j in a body of MDX', (piece) => {
    const toBody = (length: number) => `---\ndate: 2026-11-20\n---\na ${repeat(piece)(length)}`
    expect(measureGrowth(parseMdx, toBody)).toBeLessThan(8)
    expect(measureCost(parseMdx, toBody, toBody(0) + PROSE)).toBeLessThan(20)
  })

  it.each(RUNS_OF)('%j in a body', (piece) => {
    const toBody = (length: number) => `---\ndate: 2026-11-20\n---\n# a${repeat(piece)(length)}`
    expect(measureGrowth(parse, toBody)).toBeLessThan(8)
  })

  it.each(RUNS_OF)('%j in a file without front matter', (piece) => {
    expect(measureGrowth(parse, repeat(piece))).toBeLessThan(8)
  })

  it.each(RUNS_OF.filter((piece) => !piece.includes('\n')))('%j in front matter', (piece) => {
    const toFields = (length: number) => {
      const value = JSON.stringify(repeat(piece)(length / 5))
      return `---\ndate: 2026-11-20\ntitle: ${value}\nauthor: ${value}\ndescription: ${value}\ncategory: ${value}\nslug: ${value}\n---\nText`
    }
    expect(measureGrowth(parse, toFields)).toBeLessThan(8)
  })

  it.each(RUNS_OF)('%j in a line of words', (piece) => {
    expect(measureGrowth(toPlainText, repeat(piece))).toBeLessThan(8)
    expect(measureGrowth((text) => cutText(text, 50_000), repeat(piece))).toBeLessThan(8)
    expect(measureGrowth(toSlug, repeat(piece))).toBeLessThan(8)
  })
})
