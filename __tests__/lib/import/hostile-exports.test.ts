import { readFileSync } from 'node:fs'
import path from 'node:path'
import { listResults, setUpImports } from '../../support/exports/run-import.ts'
import { renderWxr, THREE_STORIES } from '../../support/exports/wxr.ts'
import { makeZip } from '../../support/exports/zip.ts'

const run = setUpImports()

describe('XML that means harm, or came to harm', () => {
  it('expands no entity of its own', async () => {
    const lol = '<!ENTITY l0 "lol">'.concat(
      ...Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`),
    )
    const xml = renderWxr([
      '<item><title>A &l9; b</title><wp:post_id>9</wp:post_id><wp:post_name>x</wp:post_name><wp:post_date>2014-06-30 10:00:00</wp:post_date></item>',
    ])
    const outcome = await run('export.xml', xml.replace('<rss', `<!DOCTYPE rss [${lol}]>\n<rss`))
    expect(outcome.items[0]?.title).toBe('A &l9; b')
    expect(outcome.files.get('posts/2014/2014-06-30-x.md')?.length).toBeLessThan(300)
  })

  it('says the line where it is broken, and brings what stands before and after', async () => {
    const [first, second, third] = THREE_STORIES
    if (first === undefined || second === undefined || third === undefined) throw new Error('There are three')
    const outcome = await run(
      'export.xml',
      renderWxr([first, '<item><title>Broken</titel></item>', second, '<item><title>Cut', third]),
    )
    expect(listResults(outcome)).toEqual([
      'post written',
      'broken reported',
      'post written',
      'broken reported',
      'post written',
    ])
    const line =
      readFileSync(path.join(outcome.folder, 'export.xml'), 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('Broken')) + 1
    expect(outcome.items[1]?.notes).toEqual([`the XML is broken in line ${line}: unexpected close tag.`])
  })

  it('reports the item in which a file ends', async () => {
    const xml = renderWxr(THREE_STORIES)
    const outcome = await run('export.xml', xml.slice(0, xml.lastIndexOf('The chain arrived')))
    expect(listResults(outcome)).toEqual(['post written', 'post written', 'broken reported'])
  })

  it('reads a bare ampersand as one', async () => {
    const outcome = await run(
      'export.xml',
      renderWxr(THREE_STORIES).replace('<title><![CDATA[Story 1]]></title>', '<title>Salt & sand</title>'),
    )
    expect(outcome.items[0]?.title).toBe('Salt & sand')
  })

  it('gives up a text of 50 MB, and nothing else', async () => {
    const outcome = await run(
      'export.xml',
      renderWxr([{ id: 1, content: 'x'.repeat(50_000_000) }, { id: 2 }]),
    )
    expect(listResults(outcome)).toEqual(['post reported', 'post written'])
    expect(outcome.items[0]?.notes[0]).toContain('longer than an item may be')
  })

  it('keeps as HTML what is nested beyond sense', async () => {
    const outcome = await run('export.xml', renderWxr([{ id: 1, content: `${'<div>'.repeat(20_000)}deep` }]))
    expect(listResults(outcome)).toEqual(['post written'])
    expect(outcome.items[0]?.notes.join()).toContain('its text stays HTML')
  })

  it('takes many shortcodes without an end in its stride', async () => {
    const outcome = await run(
      'export.xml',
      renderWxr([{ id: 1, content: '[caption] [gallery '.repeat(10_000) }]),
    )
    expect(listResults(outcome)).toEqual(['post written'])
  })

  it.each<[string, (xml: string) => Uint8Array]>([
    ['a byte order mark', (xml) => Buffer.from(`\ufeff${xml}`)],
    [
      'UTF-16',
      (xml) => Buffer.from(`\ufeff${xml.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`, 'utf16le'),
    ],
    ['Latin 1, declared', (xml) => Buffer.from(xml.replace('UTF-8', 'ISO-8859-1'), 'latin1')],
    ['Latin 1, undeclared', (xml) => Buffer.from(xml.replace(' encoding="UTF-8"', ''), 'latin1')],
    ['Latin 1 that says it is UTF-8', (xml) => Buffer.from(xml, 'latin1')],
    ['line ends of Windows', (xml) => Buffer.from(xml.replaceAll('\n', '\r\n'))],
  ])('reads %s', async (_, encode) => {
    const outcome = await run(
      'export.xml',
      encode(renderWxr([{ id: 1, slug: 'cafe', title: 'Café à côté', content: 'Été\n\nné' }])),
    )
    expect(outcome.files.get('posts/2014/2014-06-30-cafe.md')).toContain('title: Café à côté')
    expect(outcome.files.get('posts/2014/2014-06-30-cafe.md')).toContain('\nÉté\n\nné\n')
  })

  it('drops control characters, and says of an encoding nobody knows what to do', async () => {
    const outcome = await run(
      'export.xml',
      renderWxr([{ id: 1, slug: 'a', content: 'a\u0000\u0008b\u000cc' }]),
    )
    expect(outcome.files.get('posts/2014/2014-06-30-a.md')).toContain('\nabc\n')
    const odd = renderWxr(THREE_STORIES).replace('UTF-8', 'KLINGON-8')
    await expect(run('export.xml', odd)).rejects.toThrow('which is no known encoding. Save it as UTF-8.')
  })

  it('brings an item that has next to nothing', async () => {
    const outcome = await run(
      'export.xml',
      renderWxr(['<item></item>', '<item><wp:post_id>5</wp:post_id></item>', '<item/>']),
    )
    expect(listResults(outcome)).toEqual(['post written', 'post written', 'post written'])
    expect(outcome.items.every(({ draft }) => draft)).toBe(true)
  })

  it('tells items of one name and of one id apart, and brings a repeated one once', async () => {
    const twin = { id: 1, slug: 'same', title: 'Same' }
    const outcome = await run(
      'export.xml',
      renderWxr([
        twin,
        twin,
        { ...twin, title: 'Other' },
        { ...twin, id: 4 },
        { ...twin, id: 5, slug: 'SAME' },
      ]),
    )
    expect(listResults(outcome)).toEqual([
      'post written',
      'post reported',
      'post written',
      'post written',
      'post written',
    ])
    expect([...outcome.files.keys()]).toEqual(
      ['same-1', 'same-4', 'same-5', 'same'].map((name) => `posts/2014/2014-06-30-${name}.md`),
    )
    expect(outcome.items[2]?.notes).toContain('another item of the export has the same id')
  })

  it.each([
    '../../../etc/passwd',
    '..%2f..%2fetc',
    '/etc/passwd',
    'a/../../b',
    '.hidden',
    'x'.repeat(400),
    'con\u0000trol',
    '\\\\server\\share',
  ])('keeps a slug of %j inside the folder', async (slug) => {
    const outcome = await run('export.xml', renderWxr([{ id: 1, slug }]))
    const [file = ''] = outcome.files.keys()
    expect(file).toMatch(/^posts\/2014\/2014-06-30-[^/]{1,210}\.md$/)
  })
})

describe('zips that mean harm', () => {
  const page = (title: string) =>
    `<article><h1 class="p-name">${title}</h1><section data-field="body"><h3 class="graf--title">${title}</h3><p>x</p></section><time class="dt-published" datetime="2019-05-01T00:00:00Z"></time></article>`

  it('touches no file whose name leads out of it', async () => {
    const zip = makeZip([
      { name: '../../posts/evil.html', content: page('Evil') },
      { name: '/posts/root.html', content: page('Root') },
      { name: 'posts/good.html', content: page('Good') },
    ])
    const outcome = await run('medium.zip', zip)
    expect(listResults(outcome)).toEqual(['post reported', 'post reported', 'post written'])
  })

  it('unpacks nothing that is larger than it says, or than memory should hold', async () => {
    const zip = makeZip([
      { name: 'posts/bomb.html', content: Buffer.alloc(80_000_000) },
      { name: 'posts/liar.html', content: Buffer.alloc(1_000_000), claimedSize: 100 },
      { name: 'posts/good.html', content: page('Good') },
    ])
    const outcome = await run('medium.zip', zip)
    expect(listResults(outcome)).toEqual(['post reported', 'post reported', 'post written'])
    expect(outcome.items[0]?.notes[0]).toContain('it unpacks to 80 MB')
  })

  it('says what is wrong with what is no zip', async () => {
    await expect(run('medium.zip', Buffer.from('PK\u0003\u0004 nonsense'))).rejects.toThrow('is no zip')
  })
})

describe('JSON that came to harm', () => {
  const post = (id: number) => ({
    id: String(id),
    title: `P${id}`,
    slug: `p${id}`,
    status: 'published',
    published_at: '2022-01-31T00:00:00.000Z',
    html: '<p>x</p>',
  })
  const json = JSON.stringify({ db: [{ data: { posts: [post(1), post(2), post(3)] } }] })

  it('brings what stands before the break, and says that it broke', async () => {
    const outcome = await run('export.json', json.slice(0, json.indexOf('"P3"')))
    expect(listResults(outcome)).toEqual(['post written', 'post written', 'broken reported'])
  })

  it('reads a byte order mark', async () => {
    expect(listResults(await run('export.json', `\ufeff${json}`))).toHaveLength(3)
  })

  it('says so when there is no post in it', async () => {
    await expect(run('export.json', '{"db":[]}')).rejects.toThrow('is no Ghost export')
  })
})
