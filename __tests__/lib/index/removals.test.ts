import { existsSync, readdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import type { Index } from '#lib/index/index-state.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { confirmRemoval } from '#lib/sync/removals.ts'
import { syncIndex } from '#lib/sync/sync.ts'
import { createPaper, type Paper, toPostText } from '../../support/paper.ts'

let paper: Paper
let lines: string[]
let index: Index

const inContent = (file: string) => path.join(paper.contentDir, file)
const countPosts = () => Number(index.prepare('SELECT count(*) AS posts FROM post').get()?.posts)

function writeStories(folder: string, count: number): void {
  for (let number = 0; number < count; number += 1)
    paper.write(`posts/${folder}/${folder}-${number}.md`, toPostText({ title: `${folder} ${number}` }))
}

function open(): Index {
  return openIndex({ ...paper, log: (line) => lines.push(line) })
}

beforeEach(async () => {
  paper = createPaper({ 'site.yaml': 'name: The Ferry\n', 'pages/about.md': '---\ntitle: About\n---\n' })
  lines = []
  writeStories('a', 40)
  writeStories('b', 40)
  index = open()
  await syncIndex(index)
})

afterEach(() => {
  index.database.close()
  paper.close()
})

describe('stories that are gone all at once', () => {
  it('stay, and so does everything else that is gone, while what changed is read', async () => {
    paper.remove('posts/a')
    paper.remove('pages')
    paper.write('posts/b/new.md', toPostText({ title: 'New' }))
    expect(await syncIndex(index)).toMatchObject({ read: 1, removed: 0, held: 41 })
    expect(countPosts()).toBe(81)
    expect(index.status).toBe('degraded')
    expect([...index.faults.keys()]).toEqual(['mass-removal'])
    expect(lines.at(-1)).toContain('40 stories are gone')
    expect(lines.at(-1)).toContain('npx broadsheet doctor --confirm-removal')
  })

  it('go when they are gone for as long as the paper says', async () => {
    paper.write('site.yaml', 'name: The Ferry\nremovalGraceMinutes: 0\n')
    paper.remove('posts/a')
    expect(await syncIndex(index)).toMatchObject({ removed: 40, held: 0 })
    expect(countPosts()).toBe(40)
    expect(index.status).toBe('ok')
  })

  it('go when an operator confirms it, and the confirmation is used up', async () => {
    paper.remove('posts/a')
    await syncIndex(index)
    confirmRemoval(paper.dataDir)
    expect(await syncIndex(index)).toMatchObject({ removed: 40 })
    expect(index.status).toBe('ok')
    paper.remove('posts/b')
    expect(await syncIndex(index)).toMatchObject({ held: 40 })
  })

  it('do not go by a confirmation of another removal', async () => {
    confirmRemoval(paper.dataDir)
    paper.remove('posts/a')
    expect(await syncIndex(index)).toMatchObject({ held: 40 })
  })

  it('are as they were when they come back', async () => {
    renameSync(inContent('posts/a'), inContent('away'))
    await syncIndex(index)
    renameSync(inContent('away'), inContent('posts/a'))
    expect(await syncIndex(index)).toMatchObject({ removed: 0, held: 0 })
    expect(index.status).toBe('ok')
    expect(lines.at(-1)).toBe('The stories that were gone are back.')
  })

  it('are held back after a restart too, with the settings they had', async () => {
    paper.remove('posts/a')
    paper.remove('posts/b')
    paper.remove('site.yaml')
    index.database.close()
    index = open()
    expect(await syncIndex(index)).toMatchObject({ held: 81 })
    expect(countPosts()).toBe(80)
    expect(index.site.name).toBe('The Ferry')
    expect(index.status).toBe('degraded')
  })

  it('are noticed when they go one after the other', async () => {
    for (const name of readdirSync(inContent('posts/a'))) {
      paper.remove(`posts/a/${name}`)
      await syncIndex(index, [`posts/a/${name}`])
    }
    expect(countPosts()).toBe(60)
    expect(index.status).toBe('degraded')
  })
})

describe('stories that may go at once', () => {
  it.each([
    ['twenty', 20],
    ['one', 1],
  ])('%s of many', async (_name, count) => {
    for (let number = 0; number < count; number += 1) paper.remove(`posts/a/a-${number}.md`)
    expect(await syncIndex(index)).toMatchObject({ removed: count, held: 0 })
    expect(index.status).toBe('ok')
  })

  it('any number that is less than a tenth of all', async () => {
    writeStories('c', 300)
    await syncIndex(index)
    for (let number = 0; number < 30; number += 1) paper.remove(`posts/c/c-${number}.md`)
    expect(await syncIndex(index)).toMatchObject({ removed: 30, held: 0 })
  })

  it('all that have another name now', async () => {
    renameSync(inContent('posts/a'), inContent('posts/z'))
    expect(await syncIndex(index)).toMatchObject({ read: 40, removed: 40, held: 0 })
    expect(countPosts()).toBe(80)
    expect(existsSync(inContent('posts/z/a-1.md'))).toBe(true)
  })
})
