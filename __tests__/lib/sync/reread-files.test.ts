import { rmSync } from 'node:fs'
import path from 'node:path'
import { getRevision } from '#lib/freshness/revision.ts'
import { getMeta, type Index, putMeta } from '#lib/index/index-state.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { rereadFiles } from '#lib/sync/reread-files.ts'
import { syncChanged, syncIndex } from '#lib/sync/sync.ts'
import { describeIndex } from '../../support/describe-index.ts'
import { createPaper, type Paper, toPostText } from '../../support/paper.ts'

const COUNT = 180

let paper: Paper
let index: Index

beforeEach(async () => {
  paper = createPaper()
  for (let at = 0; at < COUNT; at += 1) {
    paper.write(`posts/tide-${at}.md`, toPostText({ title: `Tide ${at}`, tags: `[tide, day-${at % 7}]` }))
  }
  paper.write('pages/about.md', '---\ntitle: About\n---\n\nText.\n')
  paper.write('authors/ida-quay.md', '---\nname: Ida Quay\n---\n\nText.\n')
  paper.write('root/robots-note.txt', 'A note.')
  index = openIndex({ ...paper, log: () => {} })
  await syncIndex(index)
})

afterEach(() => {
  index.database.close()
  paper.close()
})

/** As an update of the program would. */
function outdateParser(): void {
  putMeta(index, 'parser', 'of yesterday')
}

/** What the index would hold if it were made anew. */
async function describeAnew(): Promise<unknown> {
  const fresh = openIndex({
    contentDir: paper.contentDir,
    dataDir: path.join(paper.dataDir, 'anew'),
    log: () => {},
  })
  try {
    await syncIndex(fresh)
    return describeIndex(fresh)
  } finally {
    fresh.database.close()
  }
}

describe('reading all files again with another parser', () => {
  it('changes no page where stories come out as they were', async () => {
    const revision = getRevision(index)
    const before = describeIndex(index)
    outdateParser()
    expect(await rereadFiles(index)).toBe(COUNT + 2)
    expect(getRevision(index)).toBe(revision)
    expect(describeIndex(index)).toEqual(before)
    expect(await rereadFiles(index)).toBe(0)
  })

  it('writes what comes out otherwise, and the pages that show it change', async () => {
    index.database.prepare(`UPDATE post SET month = '1999-01' WHERE file = 'posts/tide-7.md'`).run()
    index.database.prepare(`DELETE FROM alias`).run()
    index.database.prepare(`UPDATE page SET data = replace(data, 'About', 'Abort')`).run()
    const revision = getRevision(index)
    outdateParser()
    await rereadFiles(index)
    expect(getRevision(index)).toBeGreaterThan(revision)
    expect(describeIndex(index)).toEqual(await describeAnew())
  })

  it('lets what is saved meanwhile go first', async () => {
    outdateParser()
    let isRead = false
    const reading = rereadFiles(index).then(() => {
      isRead = true
    })
    paper.write('posts/storm.md', toPostText({ title: 'Storm' }))
    await syncChanged(index, ['posts/storm.md'])
    expect(index.database.prepare(`SELECT slug FROM post WHERE file = 'posts/storm.md'`).get()).toEqual({
      slug: 'storm',
    })
    expect(isRead).toBe(false)
    await reading
    expect(describeIndex(index)).toEqual(await describeAnew())
  })

  it('goes on where it was stopped', async () => {
    outdateParser()
    const reading = rereadFiles(index)
    await index.lastSync
    index.isClosing = true
    await expect(reading).rejects.toThrow('The index is being closed.')
    index.isClosing = false
    const left = await rereadFiles(index)
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(COUNT)
  })

  it('begins anew when settings change meanwhile', async () => {
    outdateParser()
    const reading = rereadFiles(index)
    await index.lastSync
    paper.write('site.yaml', 'timeZone: Asia/Tokyo\n')
    await syncChanged(index, ['site.yaml'])
    expect(await reading).toBeGreaterThan(COUNT + 2)
    expect(describeIndex(index)).toEqual(await describeAnew())
  })

  it('leaves a file that is gone to the next comparison', async () => {
    outdateParser()
    rmSync(path.join(paper.contentDir, 'posts/tide-3.md'))
    await rereadFiles(index)
    expect(getMeta(index, 'parser')).not.toBe('of yesterday')
    await syncIndex(index)
    expect(describeIndex(index)).toEqual(await describeAnew())
  })
})
