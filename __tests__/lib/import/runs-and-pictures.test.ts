import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { listResults, runImport, setUpImports } from '../../support/exports/run-import.ts'
import { renderWxr, THREE_STORIES } from '../../support/exports/wxr.ts'
import { makeZip } from '../../support/exports/zip.ts'
import { startPictureServer } from '../../support/picture-server.ts'

const run = setUpImports()

describe('a second run', () => {
  it('writes nothing new, and leaves alone what was changed', async () => {
    const xml = renderWxr(THREE_STORIES)
    const first = await run('export.xml', xml)
    const changed = path.join(first.folder, 'content/posts/2014/2014-06-30-two.md')
    writeFileSync(changed, `${readFileSync(changed, 'utf8')}\nAn editor was here.\n`)
    const second = await runImport('export.xml', xml, { folder: first.folder })
    expect(listResults(second)).toEqual(['post unchanged', 'post reported', 'post unchanged'])
    expect(second.items[1]?.notes[0]).toContain('it was left alone')
    expect(readFileSync(changed, 'utf8')).toContain('An editor was here.')
  })

  it('writes what the first did not come to', async () => {
    const xml = renderWxr(THREE_STORIES)
    const first = await run('export.xml', xml.slice(0, xml.indexOf('<wp:post_id>2<')))
    const second = await runImport('export.xml', xml, { folder: first.folder })
    expect(listResults(second)).toEqual(['post unchanged', 'post written', 'post written'])
  })
})

describe('pictures and files of the old site', () => {
  const content = `<a href="https://old.example/wp-content/uploads/2014/06/a.jpg"><img src="https://old.example/wp-content/uploads/2014/06/a-300x200.jpg" alt="A"></a>\n\n<a href="/wp-content/uploads/minutes.pdf">Minutes</a>\n\n<img src="https://old.example/wp-content/uploads/gone.jpg">\n\n<img src="https://old.example/secret.jpg">`

  it('come from the folder, in full size, with paths that the site answers', async () => {
    const first = await run('export.xml', renderWxr([]))
    const from = path.join(first.folder, 'uploads')
    mkdirSync(path.join(from, '2014/06'), { recursive: true })
    writeFileSync(path.join(from, '2014/06/a.jpg'), 'picture')
    writeFileSync(path.join(from, 'minutes.pdf'), 'document')
    symlinkSync('/etc/hostname', path.join(from, 'secret.jpg'))
    const outcome = await runImport('export.xml', renderWxr([{ id: 1, slug: 'a', content }]), {
      folder: first.folder,
      media: { from, fetch: null },
    })
    const text = outcome.files.get('posts/2014/2014-06-30-a.md') ?? ''
    expect(text).toContain('![A](/media/wp-content/uploads/2014/06/a.jpg)')
    expect(text).toContain('[Minutes](/media/wp-content/uploads/minutes.pdf)')
    expect(text).toContain('![](https://old.example/wp-content/uploads/gone.jpg)')
    expect(text).toContain('![](https://old.example/secret.jpg)')
    expect(
      readFileSync(path.join(first.folder, 'content/media/wp-content/uploads/2014/06/a.jpg'), 'utf8'),
    ).toBe('picture')
    expect(outcome.items[0]?.notes.filter((note) => note.startsWith('a picture stays'))).toHaveLength(2)
  })
})

describe('an export in a zip', () => {
  it('is read whole: all of its files, with the pictures beside them', async () => {
    const uploads = 'https://old.example/wp-content/uploads'
    const zip = makeZip([
      {
        name: 'paper.part1.xml',
        content: renderWxr([{ id: 1, slug: 'one', meta: [['_thumbnail_id', '9']] }]),
      },
      {
        name: 'paper.part2.xml',
        content: renderWxr([
          { id: 9, type: 'attachment', attachment: `${uploads}/a.jpg` },
          { id: 2, slug: 'two' },
        ]),
      },
      { name: 'uploads/a.jpg', content: 'picture' },
    ])
    const outcome = await run('paper.zip', zip)
    expect(listResults(outcome)).toEqual(['post written', 'attachment reported', 'post written'])
    expect(outcome.files.get('posts/2014/2014-06-30-one.md')).toContain(
      'src: /media/wp-content/uploads/a.jpg',
    )
    expect(readFileSync(path.join(outcome.folder, 'content/media/wp-content/uploads/a.jpg'), 'utf8')).toBe(
      'picture',
    )
  })
})

describe('--fetch', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )

  it('brings pictures once, under names of their own, and says which it could not have', async () => {
    const server = await startPictureServer({ '/up/a.jpg': png, '/up/page.jpg': Buffer.from('<html>') })
    try {
      const content = ['a.jpg', 'page.jpg', 'gone.jpg']
        .map((name) => `<img src="${server.url}/up/${name}">`)
        .join('\n\n')
      const xml = renderWxr([{ id: 1, slug: 'a', content }])
      const media = { from: null, fetch: { allowHosts: [], allowLoopback: true } }
      const outcome = await run('export.xml', xml, { media })
      const text = outcome.files.get('posts/2014/2014-06-30-a.md')
      expect(text).toContain('![](/media/127.0.0.1/up/a.png)')
      expect(text).toContain(`![](${server.url}/up/page.jpg)`)
      expect(outcome.items[0]?.notes.map((note) => note.split(': ')[1])).toEqual([
        'what is there is no picture',
        'the server answered 404',
      ])
      server.asked.length = 0
      const again = await runImport('export.xml', xml, { folder: outcome.folder, media })
      expect(listResults(again)).toEqual(['post unchanged'])
      expect(server.asked).not.toContain('/up/a.jpg')
    } finally {
      await server.close()
    }
  })

  it('asks nothing of this machine unless it may', async () => {
    const server = await startPictureServer({ '/a.jpg': png })
    try {
      const xml = renderWxr([{ id: 1, slug: 'a', content: `<img src="${server.url}/a.jpg">` }])
      const outcome = await run('export.xml', xml, {
        media: { from: null, fetch: { allowHosts: [], allowLoopback: false } },
      })
      expect(outcome.items[0]?.notes[0]).toContain('is not on the public internet')
      expect(server.asked).toEqual([])
    } finally {
      await server.close()
    }
  })
})
