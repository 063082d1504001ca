import path from 'node:path'
import { z } from 'zod'
import { isTaskFailure } from '#lib/concurrency/task-failure.ts'
import { WorkerPool } from '#lib/concurrency/worker-pool.ts'
import { getFace } from '#lib/config/custom-faces.ts'
import { findHeadlineFont } from '#lib/fonts/face-css.ts'
import { readFont } from '#lib/fonts/get-font.ts'
import { isContentMissing } from '#lib/index/content-there.ts'
import type { Index } from '#lib/index/index-state.ts'
import type { CardJob } from '#lib/pictures/card/card-worker.ts'
import { drawCard, encodeCard } from '#lib/pictures/card/draw-card.ts'
import type { Card } from '#lib/pictures/card/render-card.ts'

const WORKER_FILE = 'lib/pictures/card/card-worker.ts'
const CPU_MS = 3_000
const MEMORY_MB = 128

const answerSchema = z.union([z.object({ svg: z.string() }), z.object({ error: z.string() })])

let pool: WorkerPool<z.infer<typeof answerSchema>> | undefined

/**
 * Draws a card: in the publisher's font for headlines where there is one that sets it in time, else in ours. Null while the
 * font cannot be seen: the card would stay in another for good.
 */
export async function drawCardInFont(index: Index, card: Card): Promise<Uint8Array | null> {
  const face = getFace(index.site, 'display')
  const file = typeof face === 'string' ? undefined : findHeadlineFont(face)
  if (file === undefined || card.font !== file.hash) return drawCard(card)
  const font = await readFont(index.contentDir, file)
  if (font === null && (await isContentMissing(index))) return null
  const svg = font === null ? null : await renderInWorker(index, { card, font }, file.file)
  return svg === null ? drawCard(card) : encodeCard(svg)
}

/** Null where the font does not do: that is logged. */
async function renderInWorker(index: Index, job: CardJob, name: string): Promise<string | null> {
  pool ??= new WorkerPool({
    file: path.join(/* turbopackIgnore: true */ process.cwd(), WORKER_FILE),
    workerData: null,
    size: 1,
    maxSize: 1,
    memoryMb: MEMORY_MB,
    cpuMs: CPU_MS,
    parse: (message) => answerSchema.parse(message),
  })
  try {
    const answer = await pool.run(job, false)
    if ('svg' in answer) return answer.svg
    index.log(`A card cannot be set in ${name} (${answer.error}): it is set in the built-in face.`)
  } catch (error) {
    if (!isTaskFailure(error)) throw error
    index.log(`A card cannot be set in ${name} (${error.message}): it is set in the built-in face.`)
  }
  return null
}
