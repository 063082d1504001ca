import path from 'node:path'

/** Where the operator's settings are read: the only `process.env` of the project. */
export type Env = {
  /** Absolute path of the folder of words; may be read-only and outside the project. */
  contentDir: string
  /** Absolute path of the index and caches; deleting it loses nothing. */
  dataDir: string
  port: number
  host: string | undefined
  /** Origin of canonical URLs, without a trailing slash. */
  siteUrl: string
  /** Bytes of memory for rendered pages. */
  pageCacheBytes: number
  /** How many proxies stand in front: so many entries at the end of X-Forwarded-For are believed. */
  trustProxy: number
  log: LogFormat
  /** Who knows this word may read /metrics from afar; without one, only this machine may. */
  metricsToken: string | undefined
  /** What preview links are signed with; null: there are none. */
  previewSecret: string | null
  /** Whether the files are read, and the index is written, in a thread of its own: not in tests and builds. */
  hasSyncThread: boolean
  /** Whether this is `next build`, whose pages nobody is shown. */
  isBuilding: boolean
  /** Whether pictures may be fetched from this machine itself. For tests: nobody else may reach it through us. */
  allowLoopbackPictures: boolean
}

/** What is written of each request: a line of JSON, the common format of web servers, or nothing. */
export type LogFormat = (typeof LOG_FORMATS)[number]

const LOG_FORMATS = ['json', 'common', 'off'] as const

/** @throws {Error} naming the setting, when one cannot be used. */
export function getEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const port = parsePort(source.PORT)
  return {
    contentDir: path.resolve(/* turbopackIgnore: true */ source.CONTENT_DIR || 'content'),
    dataDir: path.resolve(/* turbopackIgnore: true */ source.DATA_DIR || '.data'),
    port,
    host: source.HOST || undefined,
    siteUrl: parseSiteUrl(source.SITE_URL, port),
    pageCacheBytes: parseCount('PAGE_CACHE_MEGABYTES', source.PAGE_CACHE_MEGABYTES, 128, 1) * 1024 * 1024,
    trustProxy: parseCount('TRUST_PROXY', source.TRUST_PROXY, 0, 0),
    log: parseLogFormat(source.LOG),
    metricsToken: source.METRICS_TOKEN || undefined,
    previewSecret: parseSecret(source.PREVIEW_SECRET),
    hasSyncThread: source.NODE_ENV !== 'test' && source.NEXT_PHASE !== 'phase-production-build',
    isBuilding: source.NEXT_PHASE === 'phase-production-build',
    allowLoopbackPictures: source.PICTURES_ALLOW_LOOPBACK === '1',
  }
}

function parseCount(name: string, value: string | undefined, usual: number, least: number): number {
  if (value === undefined || value === '') return usual
  const count = Number(value)
  if (Number.isInteger(count) && count >= least && count <= 1_000_000) return count
  throw new Error(`${name} must be a whole number from ${least} up, not "${value}".`)
}

function parseLogFormat(value: string | undefined): LogFormat {
  const format = LOG_FORMATS.find((known) => known === (value || 'json'))
  if (format !== undefined) return format
  throw new Error(`LOG must be json, common or off, not "${value}".`)
}

function parseSecret(value: string | undefined): string | null {
  if (value === undefined || value === '') return null
  if (value.length >= 16) return value
  throw new Error('PREVIEW_SECRET must have at least 16 characters; `openssl rand -hex 32` makes a good one.')
}

function parsePort(value: string | undefined): number {
  if (value === undefined || value === '') return 3000
  const port = Number(value)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new Error(`PORT must be a whole number from 0 to 65535, not "${value}".`)
}

function parseSiteUrl(value: string | undefined, port: number): string {
  if (value === undefined || value === '') return `http://localhost:${port}`
  const url = URL.parse(value)
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    url.search !== '' ||
    url.hash !== '' ||
    url.pathname !== '/'
  ) {
    throw new Error(`SITE_URL must be an origin such as https://paper.example, not "${value}".`)
  }
  return url.origin
}
