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
    ['title: {{ page }}', { title: '{{ page }}' }, 1, 'title'],
    ['summary: one\n  two: three\n  four\nx: y', { summary: 'one two: three four', x: 'y' }, 1, 'summary'],
    ['tags:\n  - a: b: c\n  - d', { tags: [{ a: 'b: c' }, 'd'] }, 2, 'a'],
    ['tags:\n\t- a\n\t- b', { tags: ['a', 'b'] }, 2, null],
    ['title: a\u0080b', { title: 'ab' }, 1, null],
  ])('%j', (block, value, line, field) => {
    expect(parseYaml(block)).toEqual({
      value,
      diagnostics: [expect.objectContaining({ severity: 'warning', line, field })],
    })
  })
})

it.each([
  ['title: plain # a comment in another key\nx: y # here', 1],
  ['x: y # here', 0],
  ['# above\ntitle: "quoted # text"', 0],
])('leaves comments alone that are no part of a title: %j', (block, count) => {
  expect(parseYaml(block).diagnostics).toHaveLength(count)
})

it.each(['a: [b\nc: d', 'a: !!binary x', 'a: !shout x', 'a:\n  b\n c: d: e\n- f'])(
  'gives up on %j',
  (block) => {
    expect(() => parseYaml(block)).toThrow()
  },
)
