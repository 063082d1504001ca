import { parseSite } from '#lib/config/parse/parse-site.ts'
import { defaultSite } from '#lib/config/site.ts'

const FILE = 'site.yaml'

it.each([null, '', '# nothing yet\n', 'name:\n'])('%j is all defaults and no problem', (text) => {
  expect(parseSite(text, FILE)).toEqual({ site: defaultSite, problems: [] })
})

it('reads every kind of setting', () => {
  const text =
    '\ufeffname: The Quay\r\ntimeZone: Europe/Lisbon\r\npageSize: 30\r\nsections:\r\n  - name: Harbour\r\n  - {name: World news, slug: world, layout: opinion}\r\nboilerplate: [Advert]\r\n'
  expect(parseSite(text, FILE)).toEqual({
    site: {
      ...defaultSite,
      name: 'The Quay',
      timeZone: 'Europe/Lisbon',
      pageSize: 30,
      sections: [
        { name: 'Harbour', description: '', layout: 'news' },
        { name: 'World news', slug: 'world', description: '', layout: 'opinion' },
      ],
      boilerplate: ['Advert'],
    },
    problems: [],
  })
})

it('reads a language as systems write it too', () => {
  expect(parseSite('language: pt_BR\n', FILE).site.language).toBe('pt-BR')
})

it('keeps text that looks like a number as text', () => {
  expect(parseSite('name: 404\n', FILE).site.name).toBe('404')
})

describe('a setting that cannot be used is named with its line, and only it is at its default', () => {
  it.each([
    ['pageSize: 500', 'pageSize', 2, '500'],
    ['pageSize: many', 'pageSize', 2, 'many'],
    ['timeZone: Mars/Base', 'timeZone', 2, 'Mars/Base'],
    ['language: en"><b>', 'language', 2, 'en"><b>'],
    ['language: the Queen’s', 'language', 2, 'the Queen’s'],
    ['sections:\n  - slug: harbour', 'sections.0.name', 3, ''],
    ['sections:\n  - name: Harbour\n    layout: wide', 'sections.0.layout', 4, 'wide'],
    ['publisher: The Quay Ltd', 'publisher', 2, 'The Quay Ltd'],
  ])('%j', (setting, field, line, found) => {
    const { site, problems } = parseSite(`name: The Quay\n${setting}\ntagline: All the tides\n`, FILE)
    expect(problems).toEqual([expect.objectContaining({ severity: 'error', file: FILE, field, line, found })])
    expect(site).toEqual({ ...defaultSite, name: 'The Quay', tagline: 'All the tides' })
  })
})

describe('of a setting that is wrong in part, the rest is used', () => {
  it.each([
    [
      'sections:\n  - name: Harbour\n  - name: World\n    slug: W W',
      ['sections.1.slug', 5, 'W W'],
      { sections: [{ name: 'Harbour', description: '', layout: 'news' }] },
    ],
    [
      'social:\n  - https://a.example\n  - ftp://b.example\n  - https://c.example',
      ['social.1', 4, 'ftp://b.example'],
      { social: ['https://a.example', 'https://c.example'] },
    ],
    [
      'images:\n  cacheMegabytes: 64MB\n  allowHosts: [a.example]',
      ['images.cacheMegabytes', 3, '64MB'],
      { images: { allowHosts: ['a.example'], cacheMegabytes: 512 } },
    ],
    [
      'images:\n  allowHost: [b.example]\n  cacheMegabytes: 64',
      ['images', 2, '{"allowHost":["b.example"],"cacheMegabytes":"64"}'],
      { images: { allowHosts: [], cacheMegabytes: 64 } },
    ],
  ])('%j', (setting, [field, line, found], expected) => {
    const { site, problems } = parseSite(`name: The Quay\n${setting}\n`, FILE)
    expect(problems).toMatchObject([{ severity: 'error', field, line, found }])
    expect(site).toMatchObject(expected)
  })
})

describe('a setting that can mean only one thing is read so', () => {
  it.each([
    ['preferredSource: yes', { preferredSource: true }],
    ['indentedCode: "false"', { indentedCode: false }],
    ['indentedCode: off', { indentedCode: false }],
    ['pageSize: "30"', { pageSize: 30 }],
    ['permalinks: /:year/:title/', { permalinks: ['/:year/:title/'] }],
    ['boilerplate: Advert', { boilerplate: ['Advert'] }],
    ['timeZone: " Europe/London\u00a0"', { timeZone: 'Europe/London' }],
    ['timeZone: america/new york', { timeZone: 'America/New_York' }],
    ['timeZone: Etc/UTC', { timeZone: 'UTC' }],
    ['language: EN-us', { language: 'en-US' }],
    ['language: pt_BR.UTF-8', { language: 'pt-BR' }],
    ['---\nname: The Quay\n---', { name: 'The Quay' }],
  ])('%j', (text, expected) => {
    expect(parseSite(text, FILE)).toMatchObject({ site: expected, problems: [] })
  })
})

it.each([
  ['pageSize: 20.5', 'this is not a whole number'],
  ['pageSize: -1', 'this is less than 1'],
  ['preferredSource: perhaps', 'this is not true or false'],
  ['sections: { news: News }', 'this is not a list: one item a line, with a hyphen before it'],
  ['sections: [{ slug: news }]', 'this is missing'],
  [
    'images: { cacheMegabyte: 5 }',
    'there is no such setting here: "cacheMegabyte" (did you mean cacheMegabytes?)',
  ],
  ['language: english', 'this is no language; write its tag, such as en or pt-BR'],
])('%s: %s', (text, message) => {
  expect(parseSite(text, FILE).problems.map((problem) => problem.message)).toEqual([message])
})

describe('what is not YAML costs one setting', () => {
  it.each([
    ['tagline: a: b: c', 'tagline', 2],
    ['tagline: "open', 'tagline', 2],
    ['sections:\n  - name: [Harbour', 'sections', 3],
    ['tagline: a\ntagline: b: c', 'tagline', 3],
  ])('%j', (setting, field, line) => {
    const { site, problems } = parseSite(`name: The Quay\n${setting}\npageSize: 30\n`, FILE)
    expect(problems).toMatchObject([{ severity: 'error', field, line }])
    expect(site).toMatchObject({ name: 'The Quay', pageSize: 30 })
  })

  it('still names the line of a setting that is invalid besides', () => {
    const { problems } = parseSite('name: "open\npageSize: 500\n', FILE)
    expect(problems.map(({ field, line }) => [field, line])).toEqual([
      ['name', 1],
      ['pageSize', 2],
    ])
  })
})

it('says that a setting is written twice, and takes the last', () => {
  const { site, problems } = parseSite('name: A\nname: B\n', FILE)
  expect(site.name).toBe('B')
  expect(problems).toMatchObject([{ field: 'name', line: 2 }])
})

it.each([
  ['nmae: x', 'nmae', 'Did you mean name?'],
  ['timezone: UTC', 'timezone', 'Did you mean timeZone?'],
  ['colour: grey', 'colour', 'Remove it'],
  ['title: The Quay', 'title', 'Did you mean name?'],
  ['languageCode: en', 'languageCode', 'Did you mean language?'],
  ['baseURL: https://quay.example', 'baseURL', 'Did you mean the variable SITE_URL, which is no setting?'],
])('warns of an unknown setting: %s', (setting, field, hint) => {
  expect(parseSite(`tagline: x\n${setting}`, FILE).problems).toMatchObject([
    { severity: 'error', field, line: 2, hint },
  ])
})

it.each(['- a\n- b', 'just words'])('%j is no list of settings', (text) => {
  expect(parseSite(text, FILE)).toMatchObject({
    site: defaultSite,
    problems: [{ severity: 'error', line: 1 }],
  })
})

describe('settings that would take for ever, or all memory', () => {
  const each = (count: number, toLine: (n: number) => string) =>
    Array.from({ length: count }, (_none, n) => toLine(n)).join('')

  /** Seven lists of nine aliases each: 4.8 million values in 200 characters. */
  const BOMB = [...'abcdefg']
    .map(
      (name, at) =>
        `${name}: &${name} [${(at === 0 ? 'x' : `*${'abcdefg'[at - 1]}`).concat(', ').repeat(9)}]\n`,
    )
    .join('')

  it.each([
    ['aliases of aliases', `${BOMB}sections: *g\n`, 'this cannot be read: unidentified alias "g"'],
    [
      'an alias of the list it is in',
      'sections: &a [*a]\n',
      'this cannot be read: an alias stands for what it is in',
    ],
    [
      'an alias of the mapping it is in, far above',
      'theme: &a { colors: [{ light: *a }] }\n',
      'this cannot be read: an alias stands for what it is in',
    ],
    [
      'redirects that are wrong',
      `redirects:\n${each(5_000, (n) => `  - { from: ${n}x, to: [5] }\n`)}`,
      'there are 9800 more problems',
    ],
    ['names that there are not', each(3_000, (n) => `k${n}: a\n`), 'there are 2800 more problems'],
    ['lines that cannot be read', each(3_000, (n) => `k${n}: [\n`), 'there are 2800 more problems'],
    [
      'too many sections',
      `sections:\n${each(2_000, (n) => `  - { name: S${n} }\n`)}`,
      'this is more than 1000 items',
    ],
    ['a long name', `name: ${'N'.repeat(300)}\n`, 'this is more than 200 characters'],
  ])('%s are said to be wrong, and the others hold', (_name, text, message) => {
    const { site, problems } = parseSite(`tagline: All the tides\n${text}`, FILE)
    expect(problems.map((problem) => problem.message)).toContain(message)
    expect(problems.length).toBeLessThanOrEqual(201)
    expect(site).toEqual({ ...defaultSite, tagline: 'All the tides' })
  })

  it('takes thousands of words for numbers where numbers are asked for, and drops those that are wrong', () => {
    const lines = each(5_000, (n) => `  - { from: /a${n}, to: /b, status: "${n % 2 === 0 ? 302 : 999}" }\n`)
    const { site, problems } = parseSite(`redirects:\n${lines}`, FILE)
    expect(site.redirects).toHaveLength(2_500)
    expect(site.redirects[1]).toEqual({ from: '/a2', to: '/b', status: 302 })
    expect(problems.at(-1)?.message).toBe('there are 2300 more problems')
  })
})
