import { closeIndex, peekIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'
import { createPaper, type Paper } from './paper.ts'

/**
 * A paper that the query functions and pages of this test file answer from. Made before all tests of the file, or of the
 * `describe` it is called in; gone after them.
 */
export function setUpPaper(
  files: Record<string, string>,
): Pick<Paper, 'contentDir' | 'write' | 'remove'> & { sync: () => Promise<unknown> } {
  const paper = createPaper(files)
  beforeAll(() => {
    process.env.CONTENT_DIR = paper.contentDir
    process.env.DATA_DIR = paper.dataDir
    process.env.SITE_URL = 'https://paper.example'
  })
  afterAll(async () => {
    await closeIndex()
    paper.close()
  })
  return {
    contentDir: paper.contentDir,
    write: paper.write,
    remove: paper.remove,
    sync: () => syncIndex(peekIndex()),
  }
}
