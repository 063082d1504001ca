import { parentPort } from 'node:worker_threads'
import { READY } from '#lib/concurrency/worker-pool.ts'
import { openFont } from '#lib/fonts/open-font.ts'
import { type Card, renderCard } from './render-card.ts'

// The module that a thread runs which sets cards in a publisher's font: what a font's tables make of a text has no bound.

export type CardJob = { card: Card; font: Uint8Array }

/** Headlines are bold. */
const WEIGHT = 700

parentPort?.on('message', (job: CardJob) => {
  parentPort?.postMessage(runJob(job))
})
parentPort?.postMessage(READY)

function runJob({ card, font }: CardJob): { svg: string } | { error: string } {
  try {
    const opened = openFont(Buffer.from(font))
    if ('reason' in opened) return { error: opened.reason }
    const axis = opened.font.variationAxes.wght
    if (axis === undefined) return { svg: renderCard(card, opened.font) }
    const wght = Math.min(axis.max, Math.max(axis.min, WEIGHT))
    return { svg: renderCard(card, opened.font.getVariation({ wght })) }
  } catch (error) {
    return { error: String(error) }
  }
}
