import { parseYaml } from '#lib/content/front-matter/yaml-rescue.ts'

describe('quoted text over lines that are not indented', () => {
  it.each([
    ['excerpt: "One line\nand the next line"', { excerpt: 'One line and the next line' }],
    [
      "excerpt: 'One line\nand it''s the next'\ndraft: true",
      { excerpt: "One line and it's the next", draft: true },
    ],
    ['a: "One\n\nTwo"\nb: c', { a: 'One\nTwo', b: 'c' }],
    ['a: "One \\\n  two\nthree" # why\nb: c', { a: 'One two three', b: 'c' }],
    ['tags:\n  - "one\ntwo"\n  - three', { tags: ['one two', 'three'] }],
    ['tags:\n- "one\ntwo"\n- three', { tags: ['one two', 'three'] }],
    ['tags: ["one\ntwo", three]', { tags: ['one two', 'three'] }],
    [
      'photo:\n  alt: "a \\"quay\\"\nat dusk"\n  src: /a.jpg',
      { photo: { alt: 'a "quay" at dusk', src: '/a.jpg' } },
    ],
    ['photo: { alt: "a quay\nat dusk", src: /a.jpg }', { photo: { alt: 'a quay at dusk', src: '/a.jpg' } }],
    ['tags: [a,\nb, "c]\nd"]\ne: f', { tags: ['a', 'b', 'c] d'], e: 'f' }],
    [
      "photo: {\nsrc: /a.jpg,\nalt: it's dusk\n}\nb: c",
      { photo: { src: '/a.jpg', alt: "it's dusk" }, b: 'c' },
    ],
    ['"two\nwords": x\nb: "c\nd"', undefined],
    ['a: "x\ny"\nb: "z\nw"\nc: \'u\nv\'', { a: 'x y', b: 'z w', c: 'u v' }],
    ['note: |\n  "not\n  a quote\na: "x\ny"', { note: '"not\na quote\n', a: 'x y' }],
    ['a: "line one\n  - two\n# three"\nb: c', { a: 'line one - two # three', b: 'c' }],
  ])('%j', (block, expected) => {
    if (expected === undefined) {
      expect(() => parseYaml(block)).toThrow()
      return
    }
    expect(parseYaml(block)).toEqual({ value: expected, diagnostics: [] })
  })

  it('says so where such a line looks like a key', () => {
    const { value, diagnostics } = parseYaml('a: "One\ntwo: three\nfour"\nb: c')
    expect(value).toEqual({ a: 'One two: three four', b: 'c' })
    expect(diagnostics).toMatchObject([{ severity: 'warning', line: 2, found: 'two: three' }])
  })

  it('leaves a mark that never closes, or text behind the closing one, to the other rules', () => {
    expect(parseYaml('a: "One\ndraft: true').value).toEqual({ a: 'One', draft: true })
    expect(parseYaml('a: "One\nb: "two"\nc: d').value).toEqual({ a: 'One', b: 'two', c: 'd' })
  })
})

describe('text without quotation marks over lines that are not indented', () => {
  it.each([
    ['a: One line\nand the next line\nb: c', { a: 'One line and the next line', b: 'c' }],
    ['a: One\ntwo\nthree', { a: 'One two three' }],
  ])('%j', (block, expected) => {
    const { value, diagnostics } = parseYaml(block)
    expect(value).toEqual(expected)
    expect(diagnostics).toMatchObject([{ severity: 'warning', line: 2 }])
  })
})
