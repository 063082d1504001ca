import { parseYaml } from '#lib/content/front-matter/yaml-rescue.ts'

describe('one plain meaning is taken, and told', () => {
  it.each([
    ['title: Foo: bar: baz\nx: y', { title: 'Foo: bar: baz', x: 'y' }, 1, 'title'],
    ['x: y\ntitle: Is #QuayWatch over', { x: 'y', title: 'Is #QuayWatch over' }, 2, 'title'],
    ['title: #QuayWatch', { title: '#QuayWatch' }, 1, 'title'],
    ['title: a\ntitle: b', { title: 'b' }, 2, 'title'],
    ["title: 'Tis the season\nx: y", { title: "'Tis the season", x: 'y' }, 1, 'title'],
    ['title: "Half open\nx: y', { title: 'Half open', x: 'y' }, 1, 'title'],
    ['title: "She said "no" today"', { title: 'She said "no" today' }, 1, 'title'],
    ['title: "One" and "two"', { title: '"One" and "two"' }, 1, 'title'],
    ['title: @quay', { title: '@quay' }, 1, 'title'],
    ['title: *really*', { title: '*really*' }, 1, 'title'],
    ['title: [Updated] Bell', { title: '[Updated] Bell' }, 1, 'title'],
    ['title: Bell\ndate: {{ date }}', { title: 'Bell', date: '{{ date }}' }, 2, 'date'],
    ['title: {{ page }}', { title: '{{ page }}' }, 1, 'title'],
    ['summary: one\n  two: three\n  four\nx: y', { summary: 'one two: three four', x: 'y' }, 1, 'summary'],
    ['tags:\n  - a: b: c\n  - d', { tags: [{ a: 'b: c' }, 'd'] }, 2, 'a'],
    ['tags:\n\t- a\n\t- b', { tags: ['a', 'b'] }, 2, null],
    ['title: Bell\ntags：[a, b]', { title: 'Bell', tags: ['a', 'b'] }, 2, null],
    ['title:Bell\ndraft:true', { title: 'Bell', draft: true }, 1, null],
    ['title: Bell\ndraft:true', { title: 'Bell', draft: true }, 2, null],
    ['title:\u3000港の朝\ntags:\u3000[海]', { title: '港の朝', tags: ['海'] }, 1, null],
    ['tags: [a, b\ntitle: Bell', { tags: ['a', 'b'], title: 'Bell' }, 1, null],
    ['tags:\n  * a\n  * b', { tags: ['a', 'b'] }, 2, null],
    ['title: Bell\n draft: true\n tags: x', { title: 'Bell', draft: true, tags: 'x' }, 2, null],
    ['  title: Bell\ndraft: true', { title: 'Bell', draft: true }, 1, null],
    ['title: a\u0080b', { title: 'ab' }, 1, null],
  ])('%j', (block, value, line, field) => {
    expect(parseYaml(block)).toEqual({
      value,
      diagnostics: [expect.objectContaining({ severity: 'warning', line, field })],
    })
  })
})

it.each([
  ['tags: #news #tide', { tags: '#news #tide' }],
  ['tags: [#news, #tide]', { tags: ['news', 'tide'] }],
  ['tags:\n  - #news\n  - tide', { tags: ['#news', 'tide'] }],
  ['tags: #all of them\n- news', { tags: ['news'] }],
  [
    'title: !binary |-\n  QsO8cm8=\ntags:\n- !binary |-\n  Ym9va21hcms=',
    { title: 'Büro', tags: ['bookmark'] },
  ],
  ['author: !ruby/object:Author\n  name: !ruby/string Ada', { author: { name: 'Ada' } }],
])('reads what is nobody’s slip without a word: %j', (block, value) => {
  expect(parseYaml(block)).toEqual({ value, diagnostics: [] })
})

it('leaves the members of a mapping where they are', () => {
  const block = 'author:\n  name: Ada Quill\n  title: Editor\ntitle: Tides: high'
  expect(parseYaml(block).value).toEqual({
    author: { name: 'Ada Quill', title: 'Editor' },
    title: 'Tides: high',
  })
})

it.each([
  ['title: plain # a comment in another key\nx: y # here', 1],
  ['x: y # here', 0],
  ['# above\ntitle: "quoted # text"', 0],
])('leaves comments alone that are no part of a title: %j', (block, count) => {
  expect(parseYaml(block).diagnostics).toHaveLength(count)
})

it.each(['a: {b\nc: d', 'a: !!binary /w==', 'a: !shout x', 'a:\n  b\n c: d: e\n- f'])(
  'gives up on %j',
  (block) => {
    expect(() => parseYaml(block)).toThrow()
  },
)
