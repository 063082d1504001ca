import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The sample paper of the repository, with a data folder of the test's own. */
export function openSamplePaper() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'broadsheet-sample-'))
  return {
    contentDir: path.resolve('content'),
    dataDir,
    close: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}
