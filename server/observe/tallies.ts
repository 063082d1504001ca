import type { AccessLine } from './log.ts'

/** Upper bounds of the times counted, in seconds. */
const BOUNDS = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10]

type Store = AccessLine['store']
type Tally = { statuses: Map<number, number>; times: number[]; seconds: number; requests: number }

/**
 * Counts requests by status, by what the page store had to do with them, and by the time they took. A few additions each:
 * the histogram of `prom-client` checks its labels anew every time, which costs as much as finding the page.
 */
export function createTallies() {
  const tallies: Record<Store, Tally> = {
    hit: createTally(),
    miss: createTally(),
    joined: createTally(),
    none: createTally(),
  }
  return {
    count({ status, store, ms }: Pick<AccessLine, 'status' | 'store' | 'ms'>): void {
      const tally = tallies[store]
      const seconds = ms / 1000
      const place = toPlace(seconds)
      tally.times[place] = (tally.times[place] ?? 0) + 1
      tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1)
      tally.seconds += seconds
      tally.requests += 1
    },
    format: () => formatTallies(Object.entries(tallies).filter(([, { requests }]) => requests > 0)),
  }
}

function createTally(): Tally {
  return { statuses: new Map(), times: BOUNDS.map(() => 0).concat(0), seconds: 0, requests: 0 }
}

/** The first bound a time is within; one beyond all of them comes last. */
function toPlace(seconds: number): number {
  const place = BOUNDS.findIndex((bound) => seconds <= bound)
  return place === -1 ? BOUNDS.length : place
}

/** Source: https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format */
function formatTallies(tallies: [string, Tally][]): string {
  const lines = [
    '# HELP broadsheet_requests_total Requests answered, by status and by what the page store had to do with them',
    '# TYPE broadsheet_requests_total counter',
    ...tallies.flatMap(([store, { statuses }]) =>
      [...statuses].map(
        ([status, count]) => `broadsheet_requests_total{status="${status}",store="${store}"} ${count}`,
      ),
    ),
    '# HELP broadsheet_request_seconds Time to answer, by what the page store had to do with it',
    '# TYPE broadsheet_request_seconds histogram',
    ...tallies.flatMap(([store, tally]) => listTimes(store, tally)),
  ]
  return `${lines.join('\n')}\n`
}

function listTimes(store: string, { times, seconds, requests }: Tally): string[] {
  let within = 0
  const buckets = BOUNDS.map((bound, place) => {
    within += times[place] ?? 0
    return `broadsheet_request_seconds_bucket{le="${bound}",store="${store}"} ${within}`
  })
  return [
    ...buckets,
    `broadsheet_request_seconds_bucket{le="+Inf",store="${store}"} ${requests}`,
    `broadsheet_request_seconds_sum{store="${store}"} ${seconds}`,
    `broadsheet_request_seconds_count{store="${store}"} ${requests}`,
  ]
}
