import type { AccessLine } from './log.ts'

/** Upper bounds of the times counted, in seconds. */
const BOUNDS = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10]

type Store = AccessLine['store']
type Counter = { statuses: Map<number, number>; times: number[]; seconds: number; requests: number }

/**
 * Counts requests by status, by what the page store had to do with them, and by the time they took. A few additions each:
 * the histogram of `prom-client` checks its labels anew every time, which costs as much as finding the page.
 */
export function createCounters() {
  const counters: Record<Store, Counter> = {
    hit: createCounter(),
    miss: createCounter(),
    joined: createCounter(),
    none: createCounter(),
  }
  return {
    count({ status, store, ms }: Pick<AccessLine, 'status' | 'store' | 'ms'>): void {
      const counter = counters[store]
      const seconds = ms / 1000
      const bucket = toBucket(seconds)
      counter.times[bucket] = (counter.times[bucket] ?? 0) + 1
      counter.statuses.set(status, (counter.statuses.get(status) ?? 0) + 1)
      counter.seconds += seconds
      counter.requests += 1
    },
    format: () => formatCounters(Object.entries(counters).filter(([, { requests }]) => requests > 0)),
  }
}

function createCounter(): Counter {
  return { statuses: new Map(), times: BOUNDS.map(() => 0).concat(0), seconds: 0, requests: 0 }
}

/** The first bound a time is within; one beyond all of them comes last. */
function toBucket(seconds: number): number {
  const bucket = BOUNDS.findIndex((bound) => seconds <= bound)
  return bucket === -1 ? BOUNDS.length : bucket
}

/** Source: https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format */
function formatCounters(counters: [string, Counter][]): string {
  const lines = [
    '# HELP broadsheet_requests_total Requests answered, by status and by what the page store had to do with them',
    '# TYPE broadsheet_requests_total counter',
    ...counters.flatMap(([store, { statuses }]) =>
      [...statuses].map(
        ([status, count]) => `broadsheet_requests_total{status="${status}",store="${store}"} ${count}`,
      ),
    ),
    '# HELP broadsheet_request_seconds Time to answer, by what the page store had to do with it',
    '# TYPE broadsheet_request_seconds histogram',
    ...counters.flatMap(([store, counter]) => listTimes(store, counter)),
  ]
  return `${lines.join('\n')}\n`
}

function listTimes(store: string, { times, seconds, requests }: Counter): string[] {
  let within = 0
  const buckets = BOUNDS.map((bound, bucket) => {
    within += times[bucket] ?? 0
    return `broadsheet_request_seconds_bucket{le="${bound}",store="${store}"} ${within}`
  })
  return [
    ...buckets,
    `broadsheet_request_seconds_bucket{le="+Inf",store="${store}"} ${requests}`,
    `broadsheet_request_seconds_sum{store="${store}"} ${seconds}`,
    `broadsheet_request_seconds_count{store="${store}"} ${requests}`,
  ]
}
