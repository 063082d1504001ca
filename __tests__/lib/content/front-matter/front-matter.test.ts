import { getKeyLine, parseFrontMatter } from '#lib/content/front-matter/front-matter.ts'

describe('keys and values as written', () => {
  it.each([
    ['---\ntitle: 404\n---\nBody', { title: '404' }, 'Body', 4],
    ['---\ndate: 1602509541.0172567\n---\n', { date: '1602509541.0172567' }, '', 4],
    ['---\na: true\nb: False\nc: ~\nd: no\n---\n', { a: true, b: false, c: null, d: 'no' }, '', 7],
    ['\n  \n --- \na: b\n --- \n\nBody\n', { a: 'b' }, 'Body', 7],
    ['---\na: b\n...\nBody', { a: 'b' }, 'Body', 4],
    ['---\n---\nBody', {}, 'Body', 3],
    [
      '---\nbase: &b {x: y}\nmore: {<<: *b, z: w}\n---\n',
      { base: { x: 'y' }, more: { x: 'y', z: 'w' } },
      '',
      5,
    ],
    ['---\n__proto__: {a: b}\nc: d\n---\n', { c: 'd' }, '', 5],
    ['+++\na = 1\nday = 2020-01-02\n+++\nBody', { a: 1, day: '2020-01-02' }, 'Body', 5],
    [';;;\n{"a": [1, null]}\n;;;\nBody', { a: [1, null] }, 'Body', 4],
    ['{\n"a": "}"\n}\nBody', { a: '}' }, 'Body', 4],
    ['---JSON\n{"a": 1}\n---\nBody', { a: 1 }, 'Body', 4],
    ['Title: Bell\nDate: 2018-04-23\n\nBody', { title: 'Bell', date: '2018-04-23' }, 'Body', 4],
    ['title: Bell\ndate: 2018-04-23\n---\nBody', { title: 'Bell', date: '2018-04-23' }, 'Body', 4],
    ['Words.\n\n---\n\nMore.', {}, 'Words.\n\n---\n\nMore.', 1],
    ['---\n\nWords between rules.\n\n---\n', {}, '---\n\nWords between rules.\n\n---', 1],
    ['{{< note >}}\nWords', {}, '{{< note >}}\nWords', 1],
    ['----\nWords\n----', {}, '----\nWords\n----', 1],
    ['----\nNote: words\n----', {}, '----\nNote: words\n----', 1],
    ['-----\ntitle: Bell\n--------\nBody', { title: 'Bell' }, 'Body', 4],
    ['---\ntitle: Bell\n-----\nBody', { title: 'Bell' }, 'Body', 4],
    ['—\ntitle: Bell\n—-\nBody', { title: 'Bell' }, 'Body', 4],
    ['```yaml\ntitle: Bell\n```\nBody', { title: 'Bell' }, 'Body', 4],
    ['```yaml\nservices: quay\n```\nBody', {}, '```yaml\nservices: quay\n```\nBody', 1],
    ['<!-- lint off -->\n<!-- source: x -->\n---\ndraft: true\n---\nBody', { draft: true }, 'Body', 6],
    ['<!-- lint off -->\n+++\ndraft = true\n+++\nBody', { draft: true }, 'Body', 5],
    ['--- # Bell\ntitle: Bell\n---\nBody', { title: 'Bell' }, 'Body', 4],
    ['--- !ruby/hash:Hash\ntitle: Bell\n---\nBody', { title: 'Bell' }, 'Body', 4],
    ['---\ntitle = "Bell"\ndraft = true\n---\nBody', { title: 'Bell', draft: true }, 'Body', 5],
    ['+++\ntitle: Bell\ndraft: true\n+++\nBody', { title: 'Bell', draft: true }, 'Body', 5],
    ['"title": "Bell",\n"draft": true\n;;;\nBody', { title: 'Bell', draft: true }, 'Body', 4],
  ])('%j', (text, values, body, bodyLine) => {
    expect(parseFrontMatter(text)).toMatchObject({ value: { values, body, bodyLine }, diagnostics: [] })
    expect(parseFrontMatter(text).value?.values).toEqual(values)
  })

  it('reads the same file twice alike: nothing is remembered of a broken one', () => {
    const text = '---\ntitle: [a\n---\nBody'
    expect(parseFrontMatter(text)).toEqual(parseFrontMatter(text))
    expect(parseFrontMatter('---\na: {b\nc: d\n---\n').value).toBeNull()
    expect(parseFrontMatter('---\na: {b\nc: d\n---\n').value).toBeNull()
  })
})

describe('code is never run', () => {
  it.each(['js', 'JS', 'javascript', 'JavaScript', 'coffee', 'coffeescript', 'cson', 'php', 'constructor'])(
    '---%s',
    (language) => {
      const text = `---${language}\ntitle: globalThis.wasRun = true\n---\n`
      expect(parseFrontMatter(text)).toMatchObject({
        value: null,
        diagnostics: [{ severity: 'error', line: 1 }],
      })
      expect('wasRun' in globalThis).toBe(false)
    },
  )

  it('however the tag is spelt in YAML', () => {
    const { value } = parseFrontMatter('---\na: !!js/function "function () {}"\n---\n')
    expect(value).toBeNull()
  })
})

describe('what cannot be read is an error at its line', () => {
  it.each([
    ['---\na: b\nc: {d\ne: f\n---\n', 4],
    ['\n\n---\na: b\nc: {d\ne: f\n---\n', 6],
    ['+++\na = 1\nb =\n+++\n', 3],
    ['---json\n{"a": 1,\n"b": [}\n---\n', 3],
    ['---\ntitle: x\n\nBody', 2],
    ['---json\n[1]\n---\n', 2],
  ])('%j', (text, line) => {
    expect(parseFrontMatter(text)).toMatchObject({ value: null, diagnostics: [{ severity: 'error', line }] })
  })

  it.each([
    ['an alias to itself', '---\na: &a [*a]\n---\n'],
    ['a thousand aliases', `---\na: &a b\nc: [${'*a, '.repeat(1000)}]\n---\n`],
    ['deep JSON', `---json\n${'['.repeat(200_000)}${']'.repeat(200_000)}\n---\n`],
    ['deep TOML', `+++\n${'a.'.repeat(5000)}a = 1\n+++\n`],
  ])('%s', (_what, text) => {
    expect(parseFrontMatter(text).value).toBeNull()
  })
})

describe('getKeyLine', () => {
  const block = 'title: x\n"date" : y\nnested:\n  date: z'
  it.each([
    ['title', 3],
    ['nested', 5],
    ['absent', 3],
  ])('%s', (key, line) => {
    expect(getKeyLine({ block, blockLine: 3 }, key)).toBe(line)
  })
})

describe('generous sizes do not hang', () => {
  it.each([
    ['blank lines', `---\na: b${'\n'.repeat(200_000)}\n---\n`],
    ['spaces', ' '.repeat(500_000)],
    ['colons', `---\ntitle: ${'a: '.repeat(100_000)}\n---\n`],
    ['hashes', `---\ntitle: a${' #'.repeat(100_000)}\n---\n`],
    ['quotation marks', `---\ntitle: ${'"'.repeat(100_000)}\n---\n`],
    ['brackets', `---\ntitle: ${'['.repeat(100_000)}\n---\n`],
    ['braces', `{"a":${'{'.repeat(200_000)}`],
    ['repeated keys', `---\n${'a: b\n'.repeat(50_000)}---\n`],
  ])('%s', (_what, text) => {
    expect(parseFrontMatter(text).diagnostics.length).toBeLessThan(30)
  })
})
