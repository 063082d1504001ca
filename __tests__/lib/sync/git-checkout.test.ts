import { execFileSync } from 'node:child_process'
import type { Index } from '#lib/index/index-state.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'
import { createPaper, type Paper, toPostText } from '../../support/paper.ts'

let paper: Paper
let index: Index

const IDENTITY = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false']

function git(...args: string[]): void {
  execFileSync('git', [...IDENTITY, ...args], { cwd: paper.contentDir, stdio: 'pipe' })
}

function commitAll(): void {
  git('add', '--all')
  git('commit', '--quiet', '--message', 'Stories')
}

function listAddresses(): string[] {
  const rows = index.database.prepare('SELECT file, slug FROM post ORDER BY file').all()
  return rows.map(({ file, slug }) => `${file} ${slug}`)
}

function writeStories(folder: string, from: number, to: number): void {
  for (let number = from; number < to; number += 1)
    paper.write(`posts/${folder}/story-${number}.md`, toPostText({ title: `Story ${number}` }))
}

beforeEach(async () => {
  paper = createPaper()
  writeStories('news', 0, 80)
  git('init', '--quiet', '--initial-branch', 'main')
  commitAll()
  index = openIndex({ ...paper, log: () => {} })
  await syncIndex(index)
})

afterEach(() => {
  index.database.close()
  paper.close()
})

describe('git checkout in the content folder', () => {
  it('of a branch with other stories beside the same ones shows that branch, and goes back', async () => {
    const before = listAddresses()
    git('checkout', '--quiet', '-b', 'sport')
    paper.remove('posts/news/story-0.md')
    paper.write('posts/news/story-1.md', toPostText({ title: 'Another' }, 'Other words.\n'))
    writeStories('sport', 100, 140)
    commitAll()
    git('checkout', '--quiet', 'main')
    await syncIndex(index)
    expect(listAddresses()).toEqual(before)

    git('checkout', '--quiet', 'sport')
    expect(await syncIndex(index)).toMatchObject({ removed: 1, held: 0 })
    expect(listAddresses()).toHaveLength(119)
    expect(index.status).toBe('ok')
  })

  it('of a branch where the stories have another folder keeps each story, and holds nothing back', async () => {
    git('checkout', '--quiet', '-b', 'moved')
    git('mv', 'posts/news', 'posts/archive')
    commitAll()
    expect(await syncIndex(index)).toMatchObject({ held: 0 })
    expect(listAddresses().every((line) => line.startsWith('posts/archive/'))).toBe(true)
    expect(listAddresses()).toHaveLength(80)
    git('checkout', '--quiet', 'main')
    expect(await syncIndex(index)).toMatchObject({ held: 0 })
    expect(listAddresses()).toHaveLength(80)
    expect(index.status).toBe('ok')
  })

  it('of a branch without most of the stories holds them back, and lets them go when the branch is left', async () => {
    git('checkout', '--quiet', '-b', 'short')
    git('rm', '--quiet', '-r', 'posts/news')
    writeStories('news', 0, 2)
    commitAll()
    expect(await syncIndex(index)).toMatchObject({ held: 78 })
    expect(listAddresses()).toHaveLength(80)
    expect(index.faults.has('mass-removal')).toBe(true)
    git('checkout', '--quiet', 'main')
    expect(await syncIndex(index)).toMatchObject({ removed: 0, held: 0 })
    expect(index.status).toBe('ok')
  })
})
