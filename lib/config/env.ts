import path from 'node:path'
import { type GitSource, parseGitSource, toCloneName } from './git-source.ts'
import { type PurgeEnv, parsePurgeEnv } from './purge-settings.ts'

/** The operator's settings. `lib/` and `app/` read `process.env` nowhere else. */
export type Env = {
  /** Absolute path of the folder of words; may be read-only and outside the project. */
  contentDir: string
  /** The repository that the folder of words is in, where it is cloned to, and how often it is pulled; null: none. */
  contentGit: { source: GitSource; folder: string; everyMs: number } | null
  /** What the repository's host signs its messages with; null: it is not listened to. */
  hookSecret: string | null
  /** Absolute path of the index and caches; deleting it loses nothing. */
  dataDir: string
  /** The PostgreSQL database through which several instances share one index; null: this one has an index of its own. */
  databaseUrl: string | null
  port: number
  host: string | undefined
  /** The socket that systemd listens on for this process, `PORT` being its business then; null: there is none. */
  listenFd: number | null
  /** Origin of canonical URLs, without a trailing slash. */
  siteUrl: string
  /** Bytes of memory for rendered pages. */
  pageCacheBytes: number
  /** Processor time, in milliseconds, after which a text is shown as plain paragraphs. A build may take longer. */
  renderCpuMs: number
  /** How many proxies stand in front: so many entries at the end of X-Forwarded-For are believed. */
  trustProxy: number
  log: LogFormat
  /** Whether simple requests are answered straight from the socket; otherwise node:http reads them all. */
  fastPath: boolean
  /** What is asked for as a bearer token at /metrics; without one, the site's own port does not show it. */
  metricsToken: string | undefined
  /** A port for /metrics alone, on `metricsHost`; null for none. */
  metricsPort: number | null
  metricsHost: string
  /** Caches in front of the site that are told what changed, and the credentials for that. */
  purge: PurgeEnv
  /** What preview links are signed with; null: there are none. */
  previewSecret: string | null
  /** Whether the files are read, and the index is written, in a thread of its own: not in tests and builds. */
  hasSyncThread: boolean
  /** Whether this is `next build`, whose pages are never served. */
  isBuilding: boolean
  /** Whether pictures may be fetched from loopback addresses. For tests only: otherwise content could reach internal services. */
  allowLoopbackPictures: boolean
}

/** What is written of each request: a line of JSON, the common format of web servers, or nothing. */
export type LogFormat = (typeof LOG_FORMATS)[number]

const LOG_FORMATS = ['json', 'common', 'off'] as const

/** @throws {Error} naming the setting, when one cannot be used. */
export function getEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const port = parsePort('PORT', source.PORT)
  const dataDir = path.resolve(/* turbopackIgnore: true */ source.DATA_DIR || '.data')
  const contentGit = parseContentGit(source, dataDir)
  const isBuilding = source.NEXT_PHASE === 'phase-production-build'
  return {
    contentDir:
      contentGit === null
        ? path.resolve(/* turbopackIgnore: true */ source.CONTENT_DIR || 'content')
        : toFolderInside(contentGit.folder, source.CONTENT_DIR),
    contentGit,
    hookSecret: parseSecret('HOOK_SECRET', source.HOOK_SECRET),
    dataDir,
    databaseUrl: parseDatabaseUrl(source.DATABASE_URL),
    port,
    host: source.HOST || undefined,
    listenFd: parseListenFd(source),
    siteUrl: parseSiteUrl(source.SITE_URL, port),
    pageCacheBytes: parseCount('PAGE_CACHE_MEGABYTES', source.PAGE_CACHE_MEGABYTES, 64, 1) * 1024 * 1024,
    renderCpuMs: parseCount('RENDER_CPU_MS', source.RENDER_CPU_MS, isBuilding ? 60_000 : 2_000, 100),
    trustProxy: parseCount('TRUST_PROXY', source.TRUST_PROXY, 0, 0),
    log: parseLogFormat(source.LOG),
    fastPath: parseSwitch('FAST_PATH', source.FAST_PATH, true),
    metricsToken: parseToken(source.METRICS_TOKEN),
    metricsPort: source.METRICS_PORT ? parsePort('METRICS_PORT', source.METRICS_PORT) : null,
    metricsHost: source.METRICS_HOST || '127.0.0.1',
    purge: parsePurgeEnv(source),
    previewSecret: parseSecret('PREVIEW_SECRET', source.PREVIEW_SECRET),
    hasSyncThread: source.NODE_ENV !== 'test' && !isBuilding,
    isBuilding,
    allowLoopbackPictures: source.PICTURES_ALLOW_LOOPBACK === '1',
  }
}

function parseCount(name: string, value: string | undefined, usual: number, least: number): number {
  if (value === undefined || value === '') return usual
  const count = Number(value)
  if (Number.isInteger(count) && count >= least && count <= 1_000_000) return count
  throw new Error(`${name} must be a whole number from ${least} up, not "${value}".`)
}

function parseSwitch(name: string, value: string | undefined, usual: boolean): boolean {
  if (value === undefined || value === '') return usual
  if (value === 'on' || value === 'off') return value === 'on'
  throw new Error(`${name} must be on or off, not "${value}".`)
}

function parseLogFormat(value: string | undefined): LogFormat {
  const format = LOG_FORMATS.find((known) => known === (value || 'json'))
  if (format !== undefined) return format
  throw new Error(`LOG must be json, common or off, not "${value}".`)
}

function parseToken(value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined
  if (/^[!-~]+$/.test(value)) return value
  throw new Error(
    'METRICS_TOKEN must be printable ASCII without spaces; `openssl rand -hex 32` makes a good one.',
  )
}

function parseContentGit(source: NodeJS.ProcessEnv, dataDir: string): Env['contentGit'] {
  const repository = parseGitSource(source.CONTENT_GIT)
  if (repository === null) return null
  return {
    source: repository,
    folder: path.join(dataDir, 'git', toCloneName(repository)),
    everyMs: parseCount('CONTENT_GIT_SECONDS', source.CONTENT_GIT_SECONDS, 60, 1) * 1_000,
  }
}

/** What is wrong is said without the address: there may be a password in it. */
function parseDatabaseUrl(value: string | undefined): string | null {
  if (value === undefined || value === '') return null
  if (/^postgres(?:ql)?:$/.test(URL.parse(value)?.protocol ?? '')) return value
  throw new Error(
    'DATABASE_URL must be the address of a PostgreSQL database, such as postgres://user:password@db.example/paper.',
  )
}

/** Beside CONTENT_GIT, CONTENT_DIR is a folder of the repository. */
function toFolderInside(folder: string, inside = ''): string {
  const resolved = path.resolve(folder, inside)
  if (!path.isAbsolute(inside) && (resolved === folder || resolved.startsWith(folder + path.sep)))
    return resolved
  throw new Error(
    `CONTENT_DIR must be a folder inside the repository of CONTENT_GIT, such as content, not "${inside}".`,
  )
}

function parseSecret(name: string, value: string | undefined): string | null {
  if (value === undefined || value === '') return null
  if (value.length >= 16) return value
  throw new Error(`${name} must have at least 16 characters; \`openssl rand -hex 32\` makes a good one.`)
}

function parsePort(name: string, value: string | undefined): number {
  if (value === undefined || value === '') return 3000
  const port = Number(value)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new Error(`${name} must be a whole number from 0 to 65535, not "${value}".`)
}

/** @see https://www.freedesktop.org/software/systemd/man/latest/sd_listen_fds.html */
function parseListenFd({ LISTEN_PID, LISTEN_FDS }: NodeJS.ProcessEnv): number | null {
  return LISTEN_PID === String(process.pid) && Number(LISTEN_FDS) >= 1 ? 3 : null
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
