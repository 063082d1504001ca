import { reportError, reportWarning, toProblem } from '#lib/content/diagnostic.ts'
import type { Coverage, Post } from '#lib/content/post.ts'
import type { Index } from '#lib/index/index-state.ts'
import { type LiveUpdate, liveUpdateSchema } from '#lib/live-blog/live-update.ts'
import { type LiveText, mergeUpdates } from '#lib/live-blog/merge-updates.ts'
import { readUpdates } from '#lib/live-blog/read-updates.ts'
import { toLiveMarkdown } from '#lib/live-blog/to-markdown.ts'
import type { Problem } from '#lib/problems/problem.ts'
import { parseStored } from '#lib/text/json.ts'

/** A live story as it is to be written; `post` is null where it is held back. */
export type ReadLiveStory = { post: Post | null; text: LiveText; problems: Problem[] }

/** Reads the updates of a live story, and merges them with those of its last good version (`id` is its row, if any). */
export function readLiveStory(
  index: Index,
  post: Post,
  coverage: Coverage,
  id: number | null,
): ReadLiveStory {
  const calendar = { start: Date.parse(coverage.start), timeZone: index.site.timeZone }
  const { body, bodyLine: line, language } = post
  const reading = readUpdates({ body, line, language }, calendar)
  const text = mergeUpdates(reading, id === null ? null : readKnown(index, id))
  const end = line + countLines(body) - 1
  const kept = [
    ...(text.cutOff === null ? [] : [reportCutOff(text.cutOff, end)]),
    ...(text.kept.length === 0 ? [] : [reportKept(text.kept, reading.diagnostics[0]?.line ?? end)]),
  ]
  const problems = [...reading.diagnostics, ...kept].map((diagnostic) =>
    toProblem(diagnostic, post.sourceFile, () => post.bodyLine),
  )
  const isHeldBack = reading.diagnostics.some(({ severity }) => severity === 'error')
  return { post: isHeldBack ? null : withUpdates(post, coverage, text, index.site.language), text, problems }
}

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/**
 * A live story was last changed when its last update was made or changed. Its text is what readers have of it: the Markdown
 * version and the search have no marks, and no less than the page.
 */
function withUpdates(post: Post, coverage: Coverage, text: LiveText, language: string): Post {
  const { updates } = text
  const latest = getLatest(updates.map(({ at, modified }) => modified ?? at))
  const updated = getLatest([post.updated, latest].filter((instant) => instant !== null))
  return {
    ...post,
    body: toLiveMarkdown(text, language),
    updated: updated !== null && updated > post.published ? updated : null,
    coverage: { ...coverage, latest, count: updates.length },
  }
}

/** Instants of one form sort as text. */
function getLatest(instants: readonly string[]): string | null {
  return instants.reduce<string | null>((last, next) => (last === null || next > last ? next : last), null)
}

/** Writes what changed among the updates of a story. */
export function writeUpdates(index: Index, post: number, { intro, updates }: LiveText): void {
  const known = new Map(listRows(index, post).map(({ id, data }) => [id, data]))
  const put = index.prepare(
    `INSERT OR REPLACE INTO live_update (post, id, at, ordinal, pinned, is_key, data)
     VALUES (:post, :id, :at, :ordinal, :pinned, :isKey, :data)`,
  )
  for (const update of updates) {
    const { id, at, ordinal, isPinned, isKey } = update
    const data = JSON.stringify(update)
    if (known.get(id) !== data) {
      const flags = { pinned: Number(isPinned), isKey: Number(isKey) }
      put.run({ post, id, at: Date.parse(at), ordinal, ...flags, data })
    }
    known.delete(id)
  }
  const remove = index.prepare('DELETE FROM live_update WHERE post = ? AND id = ?')
  for (const id of known.keys()) remove.run(post, id)
  index.prepare('INSERT OR REPLACE INTO live_intro (post, text) VALUES (?, ?)').run(post, intro)
}

/** Forgets the updates of a story that is gone, or is none of the kind any more. */
export function removeUpdates(index: Index, post: number): void {
  index.prepare('DELETE FROM live_update WHERE post = ?').run(post)
  index.prepare('DELETE FROM live_intro WHERE post = ?').run(post)
}

/**
 * A story that was live stays so where its file has faults and does not say so any more: half-written front matter is no
 * reason to take a night's work from its readers.
 */
export function reportLostType(post: Post): Problem {
  const diagnostic = reportError({
    field: 'type',
    found: post.type,
    message:
      'the story was live, and its file, which has faults, does not say so any more: it stays as it was',
    hint: 'Write type: live, or mend what else is reported of the file',
  })
  return toProblem(diagnostic, post.sourceFile, () => 1)
}

function readKnown(index: Index, post: number): LiveText | null {
  const intro = index.prepare('SELECT text FROM live_intro WHERE post = ?').get(post)
  if (intro === undefined) return null
  return {
    intro: String(intro.text),
    updates: listRows(index, post).map(({ data }) => parseStored(liveUpdateSchema, data)),
  }
}

function listRows(index: Index, post: number): { id: string; data: string }[] {
  return index
    .prepare('SELECT id, data FROM live_update WHERE post = ?')
    .all(post)
    .map((row) => ({ id: String(row.id), data: String(row.data) }))
}

/** `line` is the last of the file. */
function reportCutOff({ id, headline }: LiveUpdate, line: number) {
  return reportWarning({
    field: null,
    found: `${id} ${headline}`,
    message:
      'the file ends within this update, and all that stood behind it are gone: it was not saved to its end',
    hint: 'Save it again whole; if these updates were deleted on purpose, change a word of this one too',
    line,
  })
}

const MAX_NAMED = 5

/** `line` is where the first fault is. */
function reportKept(kept: readonly LiveUpdate[], line: number) {
  const names = kept.slice(0, MAX_NAMED).map(({ id, headline }) => `${id} ${headline}`)
  const others = kept.length > MAX_NAMED ? `, and ${kept.length - MAX_NAMED} more` : ''
  return reportError({
    field: null,
    found: names.join('; ') + others,
    message: `the file cannot be read throughout, so updates it does not have any more are still shown: ${kept.length}`,
    hint: 'Mend the lines reported of this file; updates deleted on purpose go then',
    line,
  })
}
