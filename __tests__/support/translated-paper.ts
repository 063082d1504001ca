import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The sample paper as if it were printed in another language: its own words, its direction, its calendar. */
export function openTranslatedPaper(language: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-translated-'))
  const contentDir = path.join(folder, 'content')
  cpSync('content', contentDir, { recursive: true })
  const settings = path.join(contentDir, 'site.yaml')
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('language: en', `language: ${language}`))
  return {
    contentDir,
    dataDir: path.join(folder, 'data'),
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
