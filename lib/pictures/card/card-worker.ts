import { parentPort } from 'node:worker_threads'
import type { Font } from 'fontkit'
import { READY } from '#lib/concurrency/worker-pool.ts'
import { pinWeight } from '#lib/fonts/cut-font.ts'
import { openFont } from '#lib/fonts/open-font.ts'
import { type Card, renderCard } from './render-card.ts'

// The module that a thread runs which sets cards in a publisher's font: what a font's tables make of a text has no bound.

export type CardJob = { card: Card; font: Uint8Array }

/** Headlines are bold. */
const WEIGHT = 700

parentPort?.on('message', async (job: CardJob) => {
  parentPort?.postMessage(await runJob(job))
})
parentPort?.postMessage(READY)

async function runJob({ card, font }: CardJob): Promise<{ svg: string } | { error: string }> {
  try {
    return { svg: renderCard(card, await open(Buffer.from(font))) }
  } catch (error) {
    return { error: String(error) }
  }
}

/** @throws {Error} when the bytes are no font */
async function open(bytes: Buffer): Promise<Font> {
  const { font } = readFont(bytes)
  const axis = font.variationAxes.wght
  if (axis === undefined) return font
  // fontkit makes no instance of a WOFF2.
  return readFont(await pinWeight(bytes, Math.min(axis.max, Math.max(axis.min, WEIGHT)))).font
}

function readFont(bytes: Buffer): { font: Font } {
  const opened = openFont(bytes)
  if ('reason' in opened) throw new Error(opened.reason)
  return opened
}
