import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createEditions } from './fleet/editions.ts'
import {
  reportDatabaseRestarted,
  reportEmbargo,
  reportFirstRenderings,
  reportFollowerKilled,
  reportSaves,
  reportVarnishRestarted,
  reportWriterKilled,
  type Trial,
} from './fleet/failures.ts'
import { createFleet, type Fleet } from './fleet/fleet.ts'
import { startReaders } from './fleet/readers.ts'
import { createReport, type Report } from './fleet/report.ts'
import { waitFor } from './fleet/wait-for.ts'
import { generatePosts } from './generate-posts.ts'
import { listPaths } from './live/paths.ts'

const POSTS = Number(process.env.POSTS ?? 1_000)
const SAVES = Number(process.env.SAVES ?? 20)
const RATE = Number(process.env.RATE ?? 40)
const POPULAR = 100
const RENDERED = 50

/** A story takes 1.5 ms for its words; at the lowest priority beside other work many times that. */
const WORDS_MS = 300_000 + POSTS * 30

/** Three instances that share an index, behind HAProxy and Varnish, under a steady load, while one after the other of all that runs is killed. */
export async function runBench(): Promise<void> {
  const fleet = await createFleet()
  const close = () => fleet.close().finally(() => process.exit(1))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, close)
  try {
    await measure(fleet)
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, close)
    await fleet.close()
  }
}

async function measure(fleet: Fleet): Promise<void> {
  const report = createReport()
  generatePosts(fleet.contentDir, POSTS)
  const editions = createEditions(fleet.contentDir)
  console.log(
    `${POSTS} posts of 5 kB, three instances, ${RATE} requests a second by way of HAProxy and Varnish`,
  )
  editions.save()
  await reportStarts(fleet, report)
  await fleet.startFronts()
  const paths = listPaths(fleet.contentDir, POPULAR + RENDERED)
  const readers = startReaders(fleet.front, paths.slice(0, POPULAR), RATE)
  const trial: Trial = { fleet, readers, editions, report }
  try {
    await tryAll(trial, paths.slice(POPULAR))
  } finally {
    await readers.stop()
    report.print()
  }
}

async function tryAll(trial: Trial, unread: readonly string[]): Promise<void> {
  const { fleet } = trial
  const [writer, follower] = fleet.instances
  if (writer === undefined || follower === undefined) throw new Error('No instances')
  await reportSaves(trial, 'words still being indexed', SAVES, '')
  await waitFor('all words are indexed', () => hasAllWords(fleet), WORDS_MS)
  await reportSaves(trial, 'words indexed', SAVES, 'p95 500 ms')
  await reportFirstRenderings(trial, follower, unread)
  await reportEmbargo(trial, (lift) =>
    writeFileSync(
      path.join(fleet.contentDir, 'posts/lifted.md'),
      `---\ntitle: Lifted\ndate: ${lift.toISOString()}\nsection: World\n---\n\nThe tide went out.\n`,
    ),
  )
  await reportFollowerKilled(trial, follower)
  await reportWriterKilled(trial, writer)
  await reportDatabaseRestarted(trial)
  await reportVarnishRestarted(trial)
}

/** The first one reads all files, and puts the index into PostgreSQL; the others fetch it. */
async function reportStarts(fleet: Fleet, report: Report): Promise<void> {
  const started = performance.now()
  await fleet.addInstance()
  const first = (performance.now() - started) / 1_000
  report.add(
    'first index into PostgreSQL, from the start of an instance',
    '60 s for 100,000',
    `${first.toFixed(1)} s`,
    first <= 60,
  )
  for (const which of ['second', 'third'])
    report.add(`${which} instance: start → first 200`, '2 s', `${(await fleet.addInstance()).toFixed(1)} s`)
}

async function hasAllWords({ instances }: Fleet): Promise<boolean> {
  await wait(1_000)
  const texts = await Promise.all(
    instances.map(async ({ url }) => (await fetch(`${url}/search?q=edition`)).text()),
  )
  return texts.every((text) => text.includes('Edition') && !text.includes('still being added'))
}
