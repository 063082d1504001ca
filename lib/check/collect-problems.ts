import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Problem } from '#lib/content/problem.ts'
import { describePictures } from '#lib/index/describe-pictures.ts'
import type { Index } from '#lib/index/index-state.ts'
import { openIndex } from '#lib/index/open-index.ts'
import { reportPictures } from '#lib/index/picture-problems.ts'
import { listFilesNaming, putPictureFault } from '#lib/index/pictures.ts'
import { POST_WITH_BODY, toPost } from '#lib/index/post-row.ts'
import { listProblems } from '#lib/index/problems.ts'
import { renderText } from '#lib/index/render-text.ts'
import { syncIndex } from '#lib/index/sync.ts'
import { toPostTag } from '#lib/index/tags.ts'
import { checkPicture } from '#lib/media/check-picture.ts'
import { fetchPicture } from '#lib/media/fetch-picture.ts'
import { PictureFault } from '#lib/media/picture-fault.ts'
import type { HostRules } from '#lib/media/resolve-host.ts'

export type CheckOptions = {
  contentDir: string
  /** Whom pictures of other sites may be fetched from; null: they are not looked at. */
  remote: HostRules | null
  now: Date
  onProgress: (fraction: number, words: string) => void
  log: (line: string) => void
  /** Told of each story as it is rendered: its file and its HTML. */
  onStory?: (file: string, html: string) => void
}

const REMOTE_AT_ONCE = 6

/**
 * Every problem the site knows of, found as the site would find it: all files are indexed from nothing into a folder of
 * this run's own, every story is rendered, every picture they name is looked at.
 */
export async function collectProblems(options: CheckOptions): Promise<Problem[]> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'broadsheet-check-'))
  try {
    const index = openIndex({ contentDir: options.contentDir, dataDir, log: options.log })
    options.onProgress(0, 'reading')
    await syncIndex(index)
    renderAll(index, options)
    await lookAtPictures(index, options)
    const problems = listProblems(index)
    index.database.close()
    return problems
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** What goes wrong only when a story is rendered is a problem too. */
function renderAll(index: Index, { now, onProgress, onStory }: CheckOptions): void {
  const ids = index.prepare('SELECT id FROM post WHERE slug IS NOT NULL').all()
  const read = index.prepare(`${POST_WITH_BODY} WHERE id = ?`)
  ids.forEach(({ id }, done) => {
    onProgress(0.1 + (0.7 * done) / ids.length, `${done} of ${ids.length} stories`)
    const row = read.get(Number(id))
    if (row === undefined) return
    const post = toPost(row)
    const { html } = renderText(index, post, toPostTag(post.slug), now)
    onStory?.(post.sourceFile, html)
  })
}

async function lookAtPictures(index: Index, { remote, onProgress }: CheckOptions): Promise<void> {
  const sources = index
    .prepare('SELECT DISTINCT source FROM picture_use')
    .all()
    .map((row) => String(row.source))
  const local = sources.filter((source) => source.startsWith('/'))
  for (const [done, source] of local.entries()) {
    onProgress(0.8 + (0.1 * done) / local.length, `${done} of ${local.length} pictures`)
    await describePictures(index, [{ source, focus: null }])
  }
  if (remote === null) return
  const others = sources.filter((source) => !source.startsWith('/'))
  for (let done = 0; done < others.length; done += REMOTE_AT_ONCE) {
    onProgress(0.9 + (0.1 * done) / others.length, `${done} of ${others.length} pictures of other sites`)
    await Promise.all(
      others.slice(done, done + REMOTE_AT_ONCE).map((source) => lookAtRemote(index, source, remote)),
    )
  }
}

async function lookAtRemote(index: Index, source: string, rules: HostRules): Promise<void> {
  try {
    const { bytes } = await fetchPicture(source, rules)
    await checkPicture(bytes)
  } catch (error) {
    if (!(error instanceof PictureFault)) throw error
    putPictureFault(index, source, { stamp: '', fault: error.message, due: null, tries: 0 })
    for (const file of listFilesNaming(index, source)) reportPictures(index, file)
  }
}
