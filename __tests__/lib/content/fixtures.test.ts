import { parseFixture } from './parse-fixture.ts'

/** Midnight of 23 April 2018 in Lisbon, which most of the files are dated. */
const APRIL_23 = '2018-04-22T23:00:00Z'
const tag = (name: string, slug = name) => ({ name, slug })

describe('a file that says plainly what it means becomes a post without a word', () => {
  it.each([
    ['fences/blank-lines-before.md', { title: 'After blank lines', published: APRIL_23, bodyLine: 9 }],
    ['fences/indented.md', { title: 'Indented', published: APRIL_23, bodyLine: 5 }],
    ['fences/utf8-bom.md', { title: 'Marked', published: APRIL_23 }],
    ['fences/utf16-le.md', { title: 'Wide café', published: APRIL_23 }],
    ['fences/utf16-be.md', { title: 'Wide café', published: APRIL_23 }],
    ['fences/lone-cr.md', { title: 'From an old Mac', bodyLine: 5 }],
    [
      'fences/toml.md',
      { title: 'In TOML', published: '2014-06-30T14:00:25Z', tags: [tag('ferry'), tag('7')] },
    ],
    ['fences/json-semicolons.md', { title: 'In JSON', tags: [tag('ferry')], bodyLine: 4 }],
    ['fences/json-object.md', { title: 'A bare {object}', published: APRIL_23, bodyLine: 6 }],
    ['fences/named-toml.md', { title: 'Named TOML', published: APRIL_23 }],
    ['fences/named-json.md', { title: 'Named JSON', published: APRIL_23 }],
    ['fences/named-yaml.md', { title: 'Named YAML', published: APRIL_23 }],
    [
      'fences/pelican.md',
      {
        title: 'No fences at all',
        published: '2010-12-03T10:20:00Z',
        section: tag('Harbour', 'harbour'),
        tags: [tag('ferry'), tag('tide')],
        authors: [tag('Ada Quill', 'ada-quill')],
      },
    ],
    [
      'fences/2018-04-23-rule-in-body.md',
      { title: 'Rule in body', slug: 'rule-in-body', published: APRIL_23, bodyLine: 1 },
    ],
    ['fences/2018-04-23-rule-first.md', { description: 'A story that opens with a rule.', bodyLine: 1 }],
    ['yaml/numbers.md', { title: '404', published: '2020-10-12T13:32:21Z', tags: [tag('2024')] }],
    ['yaml/tags-no.md', { tags: [] }],
    ['characters/controls.md', { title: 'Bell and book', body: 'A line with controls.' }],
    ['characters/title-spaces.md', { title: 'Tide tables for May' }],
    ['characters/persian.md', { title: 'می\u200cشود در اسکله', language: 'fa', direction: 'rtl' }],
    ['characters/hebrew.md', { title: 'נמל הבית', language: 'he', direction: 'rtl' }],
    ['characters/japanese.md', { title: '港の朝', language: 'ja', direction: 'ltr', wordCount: 10 }],
    ['characters/entities.md', { title: 'U.S. & the Quay — who pays' }],
    ['characters/line-separators.md', { title: 'Line separated title' }],
    ['bodies/empty.md', { body: '', description: '', wordCount: 0, readingMinutes: 0 }],
    ['bodies/one-byte.md', { body: 'x', description: 'x' }],
    ['bodies/html-only.md', { description: 'The tide came in.' }],
    ['bodies/h1-title.md', { title: 'The bell tolls', body: 'It tolled at noon.', bodyLine: 6 }],
    ['bodies/h1-repeats.md', { title: 'The bell tolls', body: 'It tolled at noon.', bodyLine: 7 }],
    ['bodies/first-paragraph.md', { description: 'The first real paragraph, with code.', standfirst: '' }],
    ['2014/06/30/dated-folder.md', { published: '2014-06-29T23:00:00Z', slug: 'dated-folder' }],
    ['2019-04-30-dated-name.md', { published: '2019-04-29T23:00:00Z', slug: 'dated-name' }],
    ['dates/draft.md', { draft: true, published: APRIL_23 }],
    ['dates/expires.md', { expires: '2018-04-30T23:00:00Z', updated: '2018-04-23T23:00:00Z' }],
    ['bundles/my-story/index.md', { slug: 'my-story', title: 'A bundle' }],
    ['bundles/tide.fr.md', { slug: 'tide', language: 'fr' }],
  ])('%s', (name, expected) => {
    const { post, problems } = parseFixture(name)
    expect(post).toMatchObject(expected)
    expect(problems).toEqual([])
  })
})

describe('each dialect fills the same fields', () => {
  it.each([
    [
      'dialects/ghost.md',
      {
        slug: 'from-ghost',
        published: '2021-03-17T00:00:00Z',
        updated: '2021-03-18T00:00:00Z',
        standfirst: 'What the sea brought.',
        image: {
          src: '/content/boat.jpg',
          alt: 'A boat',
          caption: 'Off the quay',
          credit: '',
          focalPoint: null,
        },
        authors: [tag('Ada Quill', 'ada-quill')],
        tags: [tag('Harbour', 'harbour'), tag('News', 'news')],
      },
    ],
    [
      'dialects/hugo.md',
      {
        published: '2018-04-23T17:00:00Z',
        expires: '2030-01-01T00:00:00Z',
        section: tag('World News', 'world-news'),
        tags: [tag('ferry'), tag('Tides', 'tides')],
        aliases: ['/old/ferry/', '/older', '/2018/ferry/'],
        weight: 3,
        extra: {},
      },
    ],
    [
      'dialects/jekyll.md',
      {
        published: '2014-06-30T14:00:25Z',
        section: tag('harbour'),
        tags: [tag('ferry'), tag('tide'), tag('news')],
        aliases: ['/a/', '/b/?x=1', '/2014/06/30/from-jekyll.html'],
        extra: { layout: 'post' },
      },
    ],
    [
      'dialects/jigsaw/from-jigsaw.md',
      { section: null, aliases: ['/dialects/jigsaw/from-jigsaw'], extra: { extends: '_layouts.post' } },
    ],
    [
      'dialects/everything.md',
      {
        title: 'Every field',
        standfirst: 'A standfirst.',
        authors: [tag('Ada Quill', 'ada-quill'), tag('Ben Marsh', 'ben-marsh')],
        published: APRIL_23,
        canonical: 'https://wire.example/story',
        language: 'pt-BR',
        draft: true,
        tags: [tag('tide tables', 'tide-tables'), tag('ferry')],
        section: tag('Harbour', 'harbour'),
        image: {
          src: 'https://quay.example/a.jpg',
          alt: '',
          caption: '',
          credit: 'Cy Reed',
          focalPoint: { x: 0.5, y: 0.25 },
        },
        extra: { mood: 'grey' },
      },
    ],
  ])('%s', (name, expected) => {
    const { post, problems } = parseFixture(name)
    expect(post).toMatchObject(expected)
    expect(problems).toEqual([])
  })
})

describe('where the intent is plain, the post is published and the editor told', () => {
  it.each([
    ['yaml/colon.md', { title: 'Harbour: what now: a guide' }, [2, 'title']],
    ['yaml/hash.md', { title: 'Is #QuayWatch over' }, [2, 'title']],
    ['yaml/repeated.md', { title: 'Second' }, [4, 'title']],
    ['yaml/c1-control.md', { title: 'Tide tables' }, [2, null]],
    ['yaml/tabs.md', { tags: [tag('ferry'), tag('tide')] }, [5, null]],
    ['characters/windows-1252.md', { title: 'Café “Quay”' }, [1, null]],
    ['characters/mojibake.md', { title: 'The café’s £5 “special”' }, [2, null]],
    ['characters/mojibake-twice.md', { title: 'The café’s “special”', body: 'A naïve “plan”.' }, [2, null]],
    ['characters/replacement.md', { title: 'A lost \ufffd letter' }, [2, null]],
    ['fences/crlf.md', { title: 'From Windows', bodyLine: 7 }, [3, 'layput']],
    [
      'fences/trailing-space.md',
      {
        title: 'Ferry returns to Saltmarsh Quay',
        standfirst: 'The chain ferry is back. And the queue is long.',
        body: 'The chain ferry is back.\n\nIt cost £500,000 to mend.',
        bodyLine: 12,
        published: '2020-10-12T13:32:21Z',
      },
      [14, null],
    ],
  ])('%s', (name, expected, [line, field]) => {
    const { post, problems } = parseFixture(name)
    expect(post).toMatchObject(expected)
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'warning', line, field, file: `posts/${name}` }),
    ])
  })

  it('keys one edit from a known one, each by its line', () => {
    const { post, problems } = parseFixture('dialects/typos.md')
    expect(problems.map(({ line, field }) => [line, field])).toEqual([
      [4, 'descrition'],
      [5, 'layput'],
      [6, 'Author'],
    ])
    expect(post?.authors).toEqual([tag('Ada Quill', 'ada-quill')])
  })
})
