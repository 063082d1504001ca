import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { createCounters } from './counters.ts'

/** What is asked for when somebody reads the figures. */
export type SiteMetrics = { revision: number; problems: number; posts: number; pages: number; bytes: number }

export type Metrics = ReturnType<typeof createMetrics>

/** The figures of this process for Prometheus. Counting a request costs well under a microsecond. */
export function createMetrics(getSiteMetrics: () => SiteMetrics) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = createCounters()
  const faults = new Counter({
    name: 'broadsheet_faults_total',
    help: 'Pages that could not be made, by what happened',
    labelNames: ['kind'],
    registers: [registry],
  })
  addGauges(registry, getSiteMetrics)
  return {
    count: requests.count,
    fault: (kind: 'error' | 'timeout' | 'uncaught') => faults.inc({ kind }),
    contentType: registry.contentType,
    format: async () => (await registry.metrics()) + requests.format(),
  }
}

const GAUGES = {
  revision: ['broadsheet_index_revision', 'How often the index changed'],
  problems: ['broadsheet_problems', 'Files held back'],
  posts: ['broadsheet_posts', 'Live stories'],
  pages: ['broadsheet_store_pages', 'Answers in the page store'],
  bytes: ['broadsheet_store_bytes', 'Bytes the page store holds'],
} as const

function addGauges(registry: Registry, getSiteMetrics: () => SiteMetrics): void {
  for (const key of ['revision', 'problems', 'posts', 'pages', 'bytes'] as const) {
    const [name, help] = GAUGES[key]
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(getSiteMetrics()[key])
      },
    })
  }
}
