import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Limiter } from '#lib/concurrency/limiter.ts'
import { getEnv } from '#lib/config/env.ts'
import type { Post } from '#lib/content/post.ts'
import type { Index } from '#lib/index/index-state.ts'
import { listProblems } from '#lib/index/problems.ts'
import { mayHaveNotes } from '#lib/markdown/may-have-notes.ts'
import { checkPicture } from '#lib/pictures/derive/check-picture.ts'
import { PictureError } from '#lib/pictures/derive/picture-error.ts'
import { fetchPicture } from '#lib/pictures/fetch/fetch-picture.ts'
import type { HostRules } from '#lib/pictures/fetch/resolve-host.ts'
import { describeFile } from '#lib/pictures/registry/describe-pictures.ts'
import { reportPictures } from '#lib/pictures/registry/picture-problems.ts'
import { listFilesNaming } from '#lib/pictures/registry/pictures.ts'
import type { Problem } from '#lib/problems/problem.ts'
import { closeRenderPool } from '#lib/queries/render/render-pool.ts'
import { renderText } from '#lib/queries/render/render-text.ts'
import {
  countStories,
  iterateStoriesWith,
  listOtherTexts,
  listPictureSources,
} from '#lib/queries/whole-paper.ts'
import { SITE_TAG, toPostTag } from '#lib/routes/cache-tags.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'
import { listMisplaced } from './list-misplaced.ts'

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

/** More than there are workers: one is never idle while rows are read. */
const RENDERS_AT_ONCE = 8

/**
 * Every problem the site knows of, found as the site would find it: all files are indexed from nothing into a folder of
 * this run's own, every story is rendered that something could be said of, every picture they name is looked at.
 */
export async function collectProblems(options: CheckOptions): Promise<Problem[]> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'broadsheet-check-'))
  try {
    const index = openIndex({ contentDir: options.contentDir, dataDir, log: options.log })
    await readAll(index, options)
    await renderAll(index, options)
    await lookAtPictures(index, options)
    const problems = [...listProblems(index), ...listMisplaced(options.contentDir)]
    await closeRenderPool(index)
    index.database.close()
    return problems
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Shares of a run: reading the files, rendering stories; pictures take the rest. */
const READING = 0.7
const RENDERING = 0.2

async function readAll(index: Index, { contentDir, onProgress }: CheckOptions): Promise<void> {
  const total = countFiles(path.join(contentDir, 'posts'))
  let done = 0
  onProgress(0, `0 of ${total} files`)
  index.onProgress = (file) => {
    if (file === '') return
    done += 1
    onProgress((READING * Math.min(done, total)) / Math.max(1, total), `${done} of ${total} files`)
  }
  await syncIndex(index)
  index.onProgress = () => {}
}

/** Folders count too: it is a bar that is drawn of it. */
function countFiles(folder: string): number {
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).length : 0
}

/** What goes wrong only when a story is rendered is a problem too. */
async function renderAll(index: Index, { now, onProgress, onStory }: CheckOptions): Promise<void> {
  const total = countStories(index)
  const limiter = new Limiter(RENDERS_AT_ONCE)
  const { host } = new URL(getEnv().siteUrl)
  let done = 0
  const report = () => {
    done += 1
    onProgress(READING + (RENDERING * done) / total, `${done} of ${total} stories`)
  }
  const render = async (post: Post) => {
    const { result } = await renderText(index, post, toPostTag(post.slug), now)
    onStory?.(post.sourceFile, result)
    report()
  }
  const started = new Set<Promise<void>>()
  const isLookedAt = (body: string) => onStory !== undefined || mayHaveNotes(body, host)
  for (const post of iterateStoriesWith(index, isLookedAt)) {
    if (post === null) {
      report()
      continue
    }
    const work = limiter.run(() => render(post)).finally(() => started.delete(work))
    started.add(work)
    if (started.size >= RENDERS_AT_ONCE * 2) await Promise.race(started)
  }
  await Promise.all(started)
  for (const text of listOtherTexts(index)) await renderText(index, text, SITE_TAG, now)
}

async function lookAtPictures(index: Index, { remote, onProgress }: CheckOptions): Promise<void> {
  const sources = listPictureSources(index)
  const local = sources.filter((source) => source.startsWith('/'))
  for (const [done, source] of local.entries()) {
    onProgress(0.9 + (0.05 * done) / local.length, `${done} of ${local.length} pictures`)
    await describeFile(index, source)
  }
  if (remote === null) return
  const others = sources.filter((source) => !source.startsWith('/'))
  for (let done = 0; done < others.length; done += REMOTE_AT_ONCE) {
    onProgress(0.95 + (0.05 * done) / others.length, `${done} of ${others.length} pictures of other sites`)
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
    if (!(error instanceof PictureError)) throw error
    const write = { of: 'fault', stamp: '', fault: error.message, due: null, tries: 0 } as const
    await index.write({ kind: 'picture', source, write, late: null })
    for (const file of listFilesNaming(index, source)) reportPictures(index, file)
  }
}
