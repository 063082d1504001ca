import { setTimeout as wait } from 'node:timers/promises'
import { describeLatencies, getMedian, getPercentile } from '../statistics.ts'
import type { Editions } from './editions.ts'
import type { Fleet, Instance } from './fleet.ts'
import type { Readers } from './readers.ts'
import { type Report, toSeconds } from './report.ts'
import { waitFor } from './wait-for.ts'

/** What is measured, while readers ask all the while. */
export type Trial = { fleet: Fleet; readers: Readers; editions: Editions; report: Report }

const REST_MS = 2_000

const listUrls = ({ instances }: Fleet) => instances.map(({ url }) => url)

/** From save to live on all instances, and to what readers see. */
export async function reportSaves(trial: Trial, when: string, count: number, reach: string): Promise<void> {
  const { fleet, readers, editions, report } = trial
  const [lives, seens]: [number[], number[]] = [[], []]
  readers.take()
  for (let turn = 0; turn < count; turn += 1) {
    const { live, seen } = await editions.publish(listUrls(fleet), fleet.cache)
    lives.push(live)
    if (seen !== null) seens.push(seen)
    await wait(1_500)
  }
  const isMet = reach === '' ? null : getPercentile(lives, 0.95) <= 500
  report.add(`save → live on all three, ${when}`, reach, describeLatencies(lives), isMet)
  report.add(`save → seen through Varnish, ${when}`, '', describeLatencies(seens))
  reportAnswers(trial, when)
}

/** What readers were answered since the last time. */
function reportAnswers({ readers, editions, report }: Trial, when: string): void {
  const answers = readers.take()
  const faults = answers.flatMap(({ fault }) => (fault === null ? [] : [fault]))
  const kinds = [...Map.groupBy(faults, (fault) => fault)].map(
    ([fault, { length }]) => `${length} × ${fault}`,
  )
  const found = [`${faults.length} of ${answers.length}`, ...kinds].join(', ')
  report.add(`failed requests, ${when}`, '0', found, faults.length === 0)
  const stale = editions.countStale(answers)
  report.add(`stale after 1 s, ${when}`, '0', `${stale} of ${answers.length}`, stale === 0)
}

/** Stories that lift on one second: how long after it each instance shows them, and whether all show the same bytes. */
export async function reportEmbargo(trial: Trial, put: (lift: Date) => void): Promise<void> {
  const { fleet, report } = trial
  const lift = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 5_000)
  put(lift)
  const isLive = async (url: string) => {
    const response = await fetch(`${url}/posts/lifted`)
    await response.arrayBuffer()
    return response.ok
  }
  const late = await Promise.all(
    [...listUrls(fleet), fleet.cache].map(async (url) => {
      await waitFor(`the embargo at ${url}`, () => isLive(url))
      return Date.now() - lift.getTime()
    }),
  )
  const isSecond = late.every((ms) => ms >= 0 && ms < 1_000)
  report.add(
    'embargo lifts: after its second, on each and in Varnish',
    '0 to 1 s',
    late.map((ms) => `${ms} ms`).join(', '),
    isSecond,
  )
  const pages = ['/posts/lifted', '/', '/sections/world', '/feed.xml']
  const differing: string[] = []
  for (const page of pages) {
    const texts = await Promise.all(listUrls(fleet).map(async (url) => (await fetch(url + page)).text()))
    if (new Set(texts).size > 1) differing.push(page)
  }
  report.add(
    'the same bytes of it on all',
    'all',
    differing.length === 0 ? 'all' : `not ${differing.join(', ')}`,
    differing.length === 0,
  )
}

/** An instance that does not write dies, and one comes in its place that has nothing. */
export async function reportFollowerKilled(trial: Trial, follower: Instance): Promise<void> {
  trial.readers.take()
  await wait(REST_MS)
  await follower.crash()
  await wait(REST_MS)
  const seconds = await follower.startAnew()
  await wait(REST_MS)
  trial.report.add(
    'a new instance on the full index: start → first 200',
    '2 s',
    `${seconds.toFixed(1)} s`,
    seconds <= 2,
  )
  reportAnswers(trial, 'one instance killed and replaced')
}

/** The instance that writes dies at the very moment of a save. */
export async function reportWriterKilled(trial: Trial, writer: Instance): Promise<void> {
  const { fleet, readers, editions, report } = trial
  readers.take()
  await wait(REST_MS)
  const waitUntilLive = editions.save()
  await writer.crash()
  const others = fleet.instances.filter((one) => one !== writer).map(({ url }) => url)
  const ms = await waitUntilLive(others)
  report.add('writer killed at a save: live on the others', '5 s', toSeconds(ms), ms <= 5_000)
  const seconds = await writer.start()
  report.add('the same instance again, with its copy', '', `${seconds.toFixed(1)} s`)
  await wait(REST_MS)
  reportAnswers(trial, 'the writer killed')
}

/** PostgreSQL crashes, a story is saved while it is away, and it comes back. */
export async function reportDatabaseRestarted(trial: Trial): Promise<void> {
  const { fleet, readers, editions, report } = trial
  readers.take()
  await wait(REST_MS)
  await fleet.postgres.kill()
  await wait(REST_MS)
  const waitUntilLive = editions.save()
  await wait(REST_MS)
  await fleet.postgres.start()
  const back = performance.now()
  await waitUntilLive(listUrls(fleet))
  const ms = performance.now() - back
  report.add('PostgreSQL back: what was saved meanwhile is live on all', '2 s', toSeconds(ms), ms <= 2_000)
  await wait(REST_MS)
  reportAnswers(trial, 'PostgreSQL killed and started again')
}

/** Varnish ends, a story is saved while it is away, and an empty one comes. */
export async function reportVarnishRestarted(trial: Trial): Promise<void> {
  const { fleet, readers, editions } = trial
  readers.take()
  await wait(REST_MS)
  await fleet.restartVarnish(async () => {
    await wait(REST_MS)
    await editions.publish(listUrls(fleet), null)
  })
  await wait(REST_MS)
  await editions.publish(listUrls(fleet), fleet.cache)
  await wait(REST_MS)
  reportAnswers(trial, 'Varnish stopped and started again')
}

/** Pages that nobody asked for before, one after the other. */
export async function reportFirstRenderings(
  { report }: Trial,
  { url }: Instance,
  paths: readonly string[],
): Promise<void> {
  const times: number[] = []
  for (const path of paths) {
    const started = performance.now()
    await (await fetch(url + path)).arrayBuffer()
    times.push(performance.now() - started)
  }
  report.add(
    'first rendering of an article, on one that follows',
    'median 20 ms',
    describeLatencies(times),
    getMedian(times) <= 20,
  )
}
