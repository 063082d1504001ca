import type { Index } from '#lib/index/index-state.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { createPaper, type Paper } from './paper.ts'

/** An empty paper for each test of a file: what was opened of it is closed afterwards. */
export type IndexedPaper = Pick<Paper, 'contentDir' | 'dataDir' | 'write' | 'remove'> & {
  /** What was logged. */
  readonly lines: string[]
  open: () => Index
}

export function setUpIndex(): IndexedPaper {
  let paper: Paper
  let lines: string[]
  const opened: Index[] = []

  beforeEach(() => {
    paper = createPaper()
    lines = []
  })

  afterEach(() => {
    for (const { database } of opened.splice(0)) if (database.isOpen) database.close()
    paper.close()
  })

  return {
    get contentDir() {
      return paper.contentDir
    },
    get dataDir() {
      return paper.dataDir
    },
    get lines() {
      return lines
    },
    write: (file, text) => paper.write(file, text),
    remove: (file) => paper.remove(file),
    open: () => {
      const { contentDir, dataDir } = paper
      const index = openIndex({ contentDir, dataDir, log: (line) => lines.push(line) })
      opened.push(index)
      return index
    },
  }
}

/** The address of each story by its file. */
export function listSlugs(index: Index): Record<string, string> {
  const rows = index.database.prepare('SELECT file, slug FROM post ORDER BY file').all()
  return Object.fromEntries(rows.map((row) => [String(row.file), String(row.slug)]))
}
