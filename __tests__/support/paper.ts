import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A content folder and a data folder of a test's own, on a real disk. */
export type Paper = {
  contentDir: string
  dataDir: string
  /** Writes a file below the content folder, making the folders it needs. */
  write: (file: string, text: string | Uint8Array) => void
  remove: (file: string) => void
  /** Deletes both folders. */
  close: () => void
}

export function createPaper(files: Record<string, string> = {}): Paper {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'))
  const contentDir = path.join(folder, 'content')
  const write = (file: string, text: string | Uint8Array) => {
    mkdirSync(path.dirname(path.join(contentDir, file)), { recursive: true })
    writeFileSync(path.join(contentDir, file), text)
  }
  mkdirSync(path.join(contentDir, 'posts'), { recursive: true })
  for (const [file, text] of Object.entries(files)) write(file, text)
  return {
    contentDir,
    dataDir: path.join(folder, 'data'),
    write,
    remove: (file) => rmSync(path.join(contentDir, file), { recursive: true }),
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The text of a post's file: `{ title: 'A', date: '2026-01-02' }` and a body. */
export function toPostText(fields: Record<string, string>, body = 'The tide came in.\n'): string {
  const lines = Object.entries({ title: 'A story', date: '2026-01-02T08:00:00Z', ...fields })
  return `---\n${lines.map(([key, value]) => `${key}: ${value}\n`).join('')}---\n\n${body}`
}
