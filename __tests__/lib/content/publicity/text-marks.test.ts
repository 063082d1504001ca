import { readTextMarks } from '#lib/content/publicity/text-marks.ts'

function read(body: string, block = '') {
  const { draft, gates, diagnostics } = readTextMarks({ block, blockLine: 2, body, bodyLine: 5 }, 'UTC')
  return { draft, gates, lines: diagnostics.map(({ line }) => line) }
}

describe('marks in the text that keep a story back', () => {
  it.each([
    ['<!-- draft -->\nWords.', 5],
    ['Words.\n\n<!-- DRAFT: ask the mate -->\n\nWords.', 7],
    ['<!-- status: draft -->', 5],
    ['<!--\nstatus: ready\ndraft: true\n-->', 7],
    ['<!-- {"draft":true} -->', 5],
    ['<!-- Not for publication -->', 5],
    ['#draft\n\nWords.', 5],
    ['tags:: #harbour #status/draft\n\nWords.', 5],
    ['Words.\n\n#unpublished #harbour', 7],
    ['status:: draft\n\nWords.', 5],
    ['Status: Draft\n\nWords.', 5],
    ['published:: false\n\nWords.', 5],
    ['DRAFT\n\nWords.', 5],
    ['**DRAFT — not yet checked**\n\nWords.', 5],
    ['NOT FOR PUBLICATION\n\nWords.', 5],
    ['ENTWURF – nicht veröffentlichen\n\nWords.', 5],
    ['ЧЕРНОВИК\n\nWords.', 5],
    ['【草稿】\n\nWords.', 5],
    ['[[draft]]\n\nWords.', 5],
    ['%% draft %%\n\nWords.', 5],
    ['{{< draft >}}\n\nWords.', 5],
    ['> [!warning] Draft\n> not yet done', 5],
    ['[//]: # (draft)\n\nWords.', 5],
    ['[comment]: # "draft: true"\n\nWords.', 5],
    ['---\ndraft: true\n---\nWords.', 6],
    ['# DRAFT: The quay\n\nWords.', 5],
    ['@draft true\n\nWords.', 5],
    ['@published false\n\nWords.', 5],
    ['$hidden = yes\n\nWords.', 5],
    ['\\draft{true}\n\nWords.', 5],
    ['[draft]: true\n\nWords.', 5],
    ['[draft]: # (true)\n\nWords.', 5],
    ['[Published]: no\n\nWords.', 5],
    ['<!-- @draft true -->', 5],
  ])('%j', (body, line) => {
    expect(read(body)).toEqual({ draft: true, gates: [], lines: [line] })
  })

  it('at the end of a long text', () => {
    expect(read(`${'Words of a line.\n'.repeat(200)}\n#draft\n`)).toEqual({
      draft: true,
      gates: [],
      lines: [206],
    })
  })
})

describe('marks that may mean something else are told', () => {
  it.each([
    ['Words about it. #draft', 5],
    ['<!-- embargo until Friday -->', 5],
    ['*Embargoed until 1 January*\n\nWords.', 5],
    ['HOLD FOR RELEASE UNTIL FRIDAY\n\nWords.', 5],
    ['## Draft\n\nWords.', 5],
    ['# [Draft] The quay\n\nWords.', 5],
    ['# The quay (draft)\n\nWords.', 5],
    ['@private\n\nWords.', 5],
    ['[private]\n\nWords.\n\n[/private]', 5],
  ])('%j', (body, line) => {
    expect(read(body)).toEqual({ draft: false, gates: [], lines: [line] })
  })

  it('in a remark between the keys', () => {
    expect(read('Words.', 'title: Quay\ndate: 2026-11-20 # embargo until Friday\n')).toEqual({
      draft: false,
      gates: [],
      lines: [3],
    })
  })
})

it.each([
  'Embargo: 2027-01-01\n\nWords.',
  'Sperrfrist: 1. Januar 2027\n\nWords.',
  '<!-- embargo: 2027-01-01 -->',
  '@embargo 2027-01-01\n\nWords.',
  '[embargo]: 2027-01-01\n\nWords.',
])('%j waits for that day', (body) => {
  expect(read(body)).toEqual({ draft: false, gates: ['2027-01-01T00:00:00Z'], lines: [] })
})

it.each([
  'The first draft was #drafty.',
  '@ada said that it is a draft.',
  '[draft]: https://saltmarsh-quay.example/draft\n\nSee the [draft].',
  '@public true\n\nWords.',
  '\\draft{false}\n\nWords.',
  '<!-- more -->\nWords.',
  '<!-- The first draft of history -->',
  'Status: the council waits. Draft plans are out.',
  'Private lessons are back.\n\nPublished: last week, in a leaflet.',
  'Embargo talks go on.',
  'Draft beer is back.\n\n## The draft in the harbour\n',
  'DRAFTY HALLS CLOSE\n\nWords.',
  '#harbour #tides',
])('%j is nothing to speak of', (body) => {
  expect(read(body)).toEqual({ draft: false, gates: [], lines: [] })
})
