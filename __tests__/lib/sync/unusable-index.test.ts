import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { getDatabasePath } from '#lib/index/database-path.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'
import { describeIndex } from '../../support/describe-index.ts'
import { toPostText } from '../../support/paper.ts'
import { listSlugs, setUpIndex } from '../../support/set-up-index.ts'

const paper = setUpIndex()

describe('an index that cannot be used', () => {
  it.each([
    [
      'is not a database',
      (file: string) => writeFileSync(file, 'This is not a database at all, but long enough.'.repeat(99)),
    ],
    ['was truncated', (file: string) => truncateSync(file, 8192)],
    ['is empty', (file: string) => truncateSync(file, 0)],
    ['has a damaged page', damage],
  ])('is rebuilt by itself when it %s', async (_name, spoil) => {
    for (let number = 0; number < 50; number += 1)
      paper.write(`posts/${number}.md`, toPostText({ title: `N ${number}` }))
    const index = paper.open()
    await syncIndex(index)
    const before = describeIndex(index)
    index.database.close()
    const file = getDatabasePath(paper.dataDir)
    spoil(file)
    const again = paper.open()
    await syncIndex(again)
    expect(describeIndex(again)).toEqual(before)
    expect(paper.lines.length).toBeLessThanOrEqual(1)
    if (paper.lines.length === 1) expect(paper.lines[0]).toContain('rebuilding it from the files')
  })

  it('is rebuilt when its schema is of another version, and says so once', async () => {
    paper.write('posts/a.md', toPostText({}))
    const index = paper.open()
    await syncIndex(index)
    index.database.exec('PRAGMA user_version = 999')
    index.database.close()
    const again = paper.open()
    await syncIndex(again)
    expect(listSlugs(again)).toEqual({ 'posts/a.md': 'a' })
    expect(paper.lines).toEqual([expect.stringContaining('is of another version')])
  })

  it('names DATA_DIR when that cannot be written', () => {
    paper.write('blocked', 'a file, not a folder')
    const dataDir = path.join(paper.contentDir, 'blocked', 'data')
    expect(() => openIndex({ contentDir: paper.contentDir, dataDir, log: () => {} })).toThrow(
      `DATA_DIR cannot be created: ${dataDir}`,
    )
    expect(existsSync(dataDir)).toBe(false)
  })
})

/** Overwrites the middle of the file, leaving its header whole. */
function damage(file: string): void {
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 8192, Math.min(bytes.length, 90_000))
  writeFileSync(file, bytes)
}
