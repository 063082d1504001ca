import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { AccessLine } from './log.ts'

/** What is asked for when somebody reads the figures. */
export type Figures = { revision: number; problems: number; posts: number; pages: number; bytes: number }

const BUCKETS = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10]

export type Metrics = ReturnType<typeof createMetrics>

/** The figures of this process for Prometheus. Counting a request costs well under a microsecond. */
export function createMetrics(getFigures: () => Figures) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = countRequests(registry)
  const faults = new Counter({
    name: 'broadsheet_faults_total',
    help: 'Pages that could not be made, by what happened',
    labelNames: ['kind'],
    registers: [registry],
  })
  addGauges(registry, getFigures)
  return {
    count: requests,
    fault: (kind: 'error' | 'timeout' | 'uncaught') => faults.inc({ kind }),
    contentType: registry.contentType,
    format: () => registry.metrics(),
  }
}

/** Counters are looked up by their labels once, then kept at hand. */
function countRequests(registry: Registry): (line: Pick<AccessLine, 'status' | 'store' | 'ms'>) => void {
  const labelNames = ['status', 'store'] as const
  const total = new Counter({
    name: 'broadsheet_requests_total',
    help: 'Requests answered, by status and by what the page store had to do with them',
    labelNames,
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'broadsheet_request_seconds',
    help: 'Time to answer, by what the page store had to do with it',
    labelNames: ['store'],
    buckets: BUCKETS,
    registers: [registry],
  })
  const known = new Map<string, { count: Counter.Internal; time: Histogram.Internal<'store'> }>()
  return ({ status, store, ms }) => {
    const key = `${status} ${store}`
    const kept = known.get(key) ?? {
      count: total.labels({ status, store }),
      time: seconds.labels({ store }),
    }
    known.set(key, kept)
    kept.count.inc()
    kept.time.observe(ms / 1000)
  }
}

const GAUGES = {
  revision: ['broadsheet_index_revision', 'How often the index changed'],
  problems: ['broadsheet_problems', 'Files held back'],
  posts: ['broadsheet_posts', 'Live stories'],
  pages: ['broadsheet_store_pages', 'Answers in the page store'],
  bytes: ['broadsheet_store_bytes', 'Bytes the page store holds'],
} as const

function addGauges(registry: Registry, getFigures: () => Figures): void {
  for (const key of ['revision', 'problems', 'posts', 'pages', 'bytes'] as const) {
    const [name, help] = GAUGES[key]
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(getFigures()[key])
      },
    })
  }
}
