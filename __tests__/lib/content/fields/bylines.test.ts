import { parseAuthors } from '#lib/content/fields/bylines.ts'

it.each([
  ['Ada Quill', ['Ada Quill']],
  ['By Ada Quill', ['Ada Quill']],
  ['Ada Quill and Ben Marsh', ['Ada Quill', 'Ben Marsh']],
  ['Ada Quill, Ben Marsh & Cy de la Reed', ['Ada Quill', 'Ben Marsh', 'Cy de la Reed']],
  ['ada-quill, ben-marsh', ['ada-quill', 'ben-marsh']],
  ['Department of Food and Rural Affairs', ['Department of Food and Rural Affairs']],
  ['Marks and Spencer', ['Marks and Spencer']],
  ['Quill, Ada', ['Quill, Ada']],
  ['Ada Quill, PhD', ['Ada Quill, PhD']],
  ['Ada Quill <ada@paper.example>', ['Ada Quill']],
  ['ada@paper.example (Ada Quill)', ['Ada Quill']],
  ['ada.quill@paper.example', ['ada.quill']],
  [
    ['Ada Quill', 'Ada Quill', 'Ben Marsh'],
    ['Ada Quill', 'Ben Marsh'],
  ],
  [
    [
      { name: 'Ada Quill', slug: 'ada' },
      { first_name: 'Ben', last_name: 'Marsh' },
    ],
    ['Ada Quill', 'Ben Marsh'],
  ],
  [{ name: 'Ada Quill' }, ['Ada Quill']],
  ['Ada Quill und Ben Marsh', ['Ada Quill', 'Ben Marsh']],
  ['Ada Quill et Ben Marsh', ['Ada Quill', 'Ben Marsh']],
  ['Ada Quill y Ben Marsh', ['Ada Quill', 'Ben Marsh']],
  ['Иван Причал и Анна Волна', ['Иван Причал', 'Анна Волна']],
  ['王小明、李大華', ['王小明', '李大華']],
  ['José Muelle y Marea', ['José Muelle y Marea']],
  ['Quill, Ada; Marsh, Ben', ['Quill, Ada', 'Marsh, Ben']],
  ['Ada Quill \\and Ben Marsh', ['Ada Quill', 'Ben Marsh']],
  ['Von Ada Quill', ['Ada Quill']],
  ['Par Ada Quill', ['Ada Quill']],
  ['文：王小明', ['王小明']],
  ['Vera von Stein', ['Vera von Stein']],
  ['Von Stein', ['Von Stein']],
  ['[[people/ada-quill|Ada Quill]]', ['Ada Quill']],
  ['Ada Quill^[Harbour Institute]', ['Ada Quill']],
  [{ name: { given: 'Ada', family: 'Quill' } }, ['Ada Quill']],
  [{ name: { literal: 'Ada Quill' } }, ['Ada Quill']],
  [{ given: 'Ada', family: 'Quill' }, ['Ada Quill']],
  [{ key: 'ada-quill' }, ['ada-quill']],
  [{ ada: { name: 'Ada Quill' }, ben: { name: 'Ben Marsh' } }, ['Ada Quill', 'Ben Marsh']],
  ['Ada Quill / Ben Marsh', ['Ada Quill', 'Ben Marsh']],
  ['Ada Quill + Ben Marsh', ['Ada Quill', 'Ben Marsh']],
  ['Von Ada Quill und Ben Marsh', ['Ada Quill', 'Ben Marsh']],
  ['di Ada Quill', ['Ada Quill']],
  ['"Ada Quill" <ada@paper.example>', ['Ada Quill']],
  ['Ada Quill (@ada)', ['Ada Quill']],
  ['content/authors/ada-quill.md', ['ada-quill']],
  [
    [{ 'Ada Quill': 'Reporter' }, { 'Ben Marsh': null }],
    ['Ada Quill', 'Ben Marsh'],
  ],
  [{ 'Ada Quill': { institute: ['Tides'] } }, ['Ada Quill']],
  ['Ada Quill, with photographs by Ben Marsh', ['Ada Quill']],
  ['Ada Quill, Reuters', ['Ada Quill']],
  ['Ada Quill for the Gazette', ['Ada Quill']],
  ['本报记者 王小明', ['王小明']],
  ['文・山田太郎', ['山田太郎']],
  ['김철수, 박영희 기자', ['김철수', '박영희']],
  ['김철수 기자 kim@paper.example', ['김철수']],
  ['بقلم: أحمد علي', ['أحمد علي']],
  ['none', []],
  [{}, []],
])('%j → %j', (value, names) => {
  expect(parseAuthors([{ key: 'author', value }]).map(({ name }) => name)).toEqual(names)
})

it('takes the first key that names somebody, with slugs for their pages', () => {
  const raws = [
    { key: 'author', value: 'none' },
    { key: 'byline', value: 'Zoë Øst' },
  ]
  expect(parseAuthors(raws)).toEqual([{ slug: 'zoe-ost', name: 'Zoë Øst' }])
})

it('does not hang on a crowd', () => {
  expect(parseAuthors([{ key: 'author', value: 'Ada Quill and '.repeat(20_000) }])).toHaveLength(1)
})
