import { z } from 'zod'
import { hideCredentials } from './git-source.ts'

/** A shared cache in front of the site, which is told what changed. `name` is for people, and holds no credential. */
export type SharedCache =
  | { kind: 'varnish'; name: string; url: string; method: 'xkey' | 'ban' }
  | { kind: 'fastly'; name: string; service: string }
  | { kind: 'cloudflare'; name: string; zone: string }
  | { kind: 'webhook'; name: string; url: string }

const urlSchema = z.string().refine(isPlainUrl, {
  error: 'an address such as http://127.0.0.1:6081, without a name and a password',
})
const idSchema = z.string().regex(/^[a-z0-9]{1,64}$/i, 'letters and digits')

/** Caches in front of the site. Their credentials are environment variables. */
export const purgeSchema = z
  .strictObject({
    varnish: z
      .strictObject({
        urls: z.union([urlSchema.transform((url) => [url]), z.array(urlSchema).min(1).max(20)]),
        method: z.enum(['xkey', 'ban']).default('xkey'),
      })
      .optional(),
    fastly: z.strictObject({ service: idSchema }).optional(),
    cloudflare: z.strictObject({ zone: idSchema }).optional(),
    webhook: z.strictObject({ url: urlSchema }).optional(),
  })
  .prefault({})

type PurgeSettings = z.infer<typeof purgeSchema>

/** The operator's part: caches that only this machine knows, and credentials. */
export type PurgeEnv = {
  settings: PurgeSettings
  fastlyToken: string | null
  cloudflareToken: string | null
  /** What messages to the webhook are signed with. */
  webhookSecret: string | null
  /** Where the services' interfaces are. */
  fastlyApi: string
  cloudflareApi: string
}

const FASTLY_API = 'https://api.fastly.com'
const CLOUDFLARE_API = 'https://api.cloudflare.com/client/v4'

/** @throws {Error} naming the setting, and showing no value: it may hold a credential */
export function parsePurgeEnv(source: NodeJS.Dict<string>): PurgeEnv {
  return {
    settings: parseSettings(source),
    fastlyToken: parseToken('FASTLY_API_TOKEN', source.FASTLY_API_TOKEN),
    cloudflareToken: parseToken('CLOUDFLARE_API_TOKEN', source.CLOUDFLARE_API_TOKEN),
    webhookSecret: parseToken('PURGE_WEBHOOK_SECRET', source.PURGE_WEBHOOK_SECRET),
    fastlyApi: parseUrl('PURGE_FASTLY_API', source.PURGE_FASTLY_API) ?? FASTLY_API,
    cloudflareApi: parseUrl('PURGE_CLOUDFLARE_API', source.PURGE_CLOUDFLARE_API) ?? CLOUDFLARE_API,
  }
}

/** All caches that are told of changes. Of one kind, those of the environment count and not those of site.yaml. */
export function listCaches(site: { purge: PurgeSettings }, env: { purge: PurgeEnv }): SharedCache[] {
  const { varnish, fastly, cloudflare, webhook } = { ...site.purge, ...env.purge.settings }
  const caches: SharedCache[] = []
  for (const url of new Set(varnish?.urls))
    caches.push({
      kind: 'varnish',
      name: `Varnish at ${hideCredentials(url)}`,
      url,
      method: varnish?.method ?? 'xkey',
    })
  if (fastly !== undefined) caches.push({ kind: 'fastly', name: `Fastly ${fastly.service}`, ...fastly })
  if (cloudflare !== undefined)
    caches.push({ kind: 'cloudflare', name: `Cloudflare ${cloudflare.zone}`, ...cloudflare })
  // A path or a query may hold a secret.
  if (webhook !== undefined)
    caches.push({ kind: 'webhook', name: `the webhook at ${new URL(webhook.url).host}`, ...webhook })
  return caches
}

/** The environment variable without which this cache cannot be told; null when nothing is missing. */
export function getMissingCredential(cache: SharedCache, purge: PurgeEnv): string | null {
  if (cache.kind === 'fastly' && purge.fastlyToken === null) return 'FASTLY_API_TOKEN'
  if (cache.kind === 'cloudflare' && purge.cloudflareToken === null) return 'CLOUDFLARE_API_TOKEN'
  return null
}

/** The lists of an environment variable stand between commas or spaces. */
function parseSettings(source: NodeJS.Dict<string>): PurgeSettings {
  const urls = (source.PURGE_VARNISH ?? '').split(/[\s,]/).filter((url) => url !== '')
  const varnish = { urls, method: source.PURGE_VARNISH_METHOD || undefined }
  return {
    ...(urls.length === 0 ? {} : parsePart('PURGE_VARNISH', { varnish })),
    ...(source.PURGE_FASTLY ? parsePart('PURGE_FASTLY', { fastly: { service: source.PURGE_FASTLY } }) : {}),
    ...(source.PURGE_CLOUDFLARE
      ? parsePart('PURGE_CLOUDFLARE', { cloudflare: { zone: source.PURGE_CLOUDFLARE } })
      : {}),
    ...(source.PURGE_WEBHOOK ? parsePart('PURGE_WEBHOOK', { webhook: { url: source.PURGE_WEBHOOK } }) : {}),
  }
}

function parsePart(name: string, part: unknown): PurgeSettings {
  const { data, error } = purgeSchema.safeParse(part)
  if (data !== undefined) return data
  const [issue] = error?.issues ?? []
  const field = issue?.path.includes('method') ? `${name}_METHOD` : name
  throw new Error(`${field} cannot be used: it must be ${describeIssue(name, field)}.`)
}

function describeIssue(name: string, field: string): string {
  if (field !== name) return 'xkey or ban'
  if (name === 'PURGE_FASTLY') return 'the id of a service, letters and digits'
  if (name === 'PURGE_CLOUDFLARE') return 'the id of a zone, letters and digits'
  return 'an address such as http://127.0.0.1:6081, without a name and a password'
}

function isPlainUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}

function parseToken(name: string, value: string | undefined): string | null {
  if (value === undefined || value === '') return null
  if (/^[!-~]+$/.test(value)) return value
  throw new Error(`${name} must be printable ASCII without spaces.`)
}

function parseUrl(name: string, value: string | undefined): string | null {
  if (value === undefined || value === '') return null
  if (isPlainUrl(value)) return value.replace(/\/$/, '')
  throw new Error(`${name} must be an address such as https://api.example, without a name and a password.`)
}
