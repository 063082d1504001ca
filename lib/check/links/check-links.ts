import { setTimeout as wait } from 'node:timers/promises'
import robotsParser from 'robots-parser'
import type { HostRules } from '#lib/pictures/fetch/resolve-host.ts'
import { askAddress, USER_AGENT } from './ask-address.ts'
import type { LinkMemory, LinkState, RememberedLink } from './link-memory.ts'

/** A link and the files that have it. */
export type Link = { url: string; files: readonly string[] }

/** `dead`: it failed now and more than a week ago, and never answered between. */
export type CheckedLink = Link & { verdict: LinkState | 'dead'; reason: string }

export type LinkOptions = {
  memory: LinkMemory
  rules: HostRules
  now: Date
  /** Milliseconds between two questions to one host. */
  pauseMs: number
  /** Days in which an address that answered is not asked again. */
  freshDays: number
  onProgress: (done: number) => void
}

const DAY_MS = 86_400_000
const DEAD_AFTER_MS = 7 * DAY_MS
const HOSTS_AT_ONCE = 8
const MAX_ROBOTS = 500_000

/** Statuses that do not tell whether the page exists: the client was refused or rate limited. */
const REFUSALS = new Set([401, 402, 403, 405, 406, 407, 409, 418, 420, 425, 429, 451, 503, 999])

/** Asks every host one question at a time, several hosts at once, as their robots.txt allows. In the order of `links`. */
export async function checkLinks(links: readonly Link[], options: LinkOptions): Promise<CheckedLink[]> {
  const byHost = [...Map.groupBy(links, ({ url }) => new URL(url).host).values()]
  const checked = new Map<string, CheckedLink>()
  const takeHosts = async () => {
    for (let host = byHost.pop(); host !== undefined; host = byHost.pop()) {
      for (const result of await checkHost(host, options, () => options.onProgress(checked.size))) {
        checked.set(result.url, result)
      }
    }
  }
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, takeHosts))
  return links.flatMap(({ url }) => checked.get(url) ?? [])
}

async function checkHost(
  links: readonly Link[],
  options: LinkOptions,
  onOne: () => void,
): Promise<CheckedLink[]> {
  const { memory, now, freshDays, pauseMs } = options
  const results: CheckedLink[] = []
  let isAllowed: ((url: string) => boolean) | null = null
  for (const link of links) {
    const before = memory.get(link.url)
    if (before !== null && before.state !== 'failing' && isFresh(before, now, freshDays)) {
      results.push({ ...link, verdict: before.state, reason: before.reason })
      continue
    }
    isAllowed ??= await readRobots(link.url, options)
    await wait(pauseMs)
    const found = isAllowed(link.url)
      ? await ask(link.url, options)
      : ({ state: 'unknown', reason: 'robots.txt asks programs to stay away' } as const)
    results.push({ ...link, ...remember(link.url, found, before, options) })
    onOne()
  }
  return results
}

function isFresh({ checked }: RememberedLink, now: Date, days: number): boolean {
  return now.getTime() - Date.parse(checked) < days * DAY_MS
}

type Found = { state: LinkState; reason: string }

function remember(
  url: string,
  { state, reason }: Found,
  before: RememberedLink | null,
  { memory, now }: LinkOptions,
): Pick<CheckedLink, 'verdict' | 'reason'> {
  const since =
    state === 'alive' ? null : (before?.failingSince ?? (state === 'failing' ? now.toISOString() : null))
  memory.put(url, { state, reason, checked: now.toISOString(), failingSince: since })
  const isDead = state === 'failing' && since !== null && now.getTime() - Date.parse(since) >= DEAD_AFTER_MS
  return { verdict: isDead ? 'dead' : state, reason }
}

/** HEAD costs the server least; some do not know it, so that a failure is asked for once more as a reader would. */
async function ask(url: string, { rules }: LinkOptions): Promise<Found> {
  const head = await askOnce(url, 'HEAD', rules)
  return head.state === 'alive' ? head : askOnce(url, 'GET', rules)
}

async function askOnce(url: string, method: 'HEAD' | 'GET', rules: HostRules): Promise<Found> {
  try {
    const { status } = await askAddress(url, { method, rules, maxText: 0 })
    if (status >= 200 && status < 400) return { state: 'alive', reason: '' }
    return { state: REFUSALS.has(status) ? 'unknown' : 'failing', reason: `the server answered ${status}` }
  } catch (error) {
    return { state: 'failing', reason: Error.isError(error) ? error.message : String(error) }
  }
}

/** What a host allows; everything, when it has no robots.txt or does not answer. Source: RFC 9309, section 2.3.1. */
async function readRobots(url: string, { rules }: LinkOptions): Promise<(url: string) => boolean> {
  const address = new URL('/robots.txt', url).href
  try {
    const { status, text } = await askAddress(address, { method: 'GET', rules, maxText: MAX_ROBOTS })
    if (status !== 200) return () => true
    const robots = robotsParser(address, text)
    return (asked) => robots.isAllowed(asked, USER_AGENT) ?? true
  } catch (error) {
    if (!Error.isError(error)) throw error
    return () => true
  }
}
