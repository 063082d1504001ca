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
  /** What preview links are signed with; null: there are none. */
  previewSecret: string | null
}

/** @throws {Error} naming the setting, when one cannot be used. */
export function getEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const port = parsePort(source.PORT)
  return {
    contentDir: path.resolve(/* turbopackIgnore: true */ source.CONTENT_DIR || 'content'),
    dataDir: path.resolve(/* turbopackIgnore: true */ source.DATA_DIR || '.data'),
    port,
    host: source.HOST || undefined,
    siteUrl: parseSiteUrl(source.SITE_URL, port),
    previewSecret: parseSecret(source.PREVIEW_SECRET),
  }
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
