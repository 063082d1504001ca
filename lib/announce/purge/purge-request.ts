import { randomUUID } from 'node:crypto'
import type { PurgeEnv, SharedCache } from '#lib/config/purge-settings.ts'
import { signStandardWebhook } from '#lib/http/standard-webhook.ts'

const SERVICE = {
  ...{ bytes: 1_000_000, repeatMs: 2_000, isToldByAll: false },
  ...{ firstPauseMs: 1_000, maxPauseMs: 60_000 },
} as const

/**
 * What each kind of cache takes in one message: so many tags, and so many bytes of them. After `repeatMs` it is told again: an
 * answer from before the change may have been on its way to it when it was told first. While it fails it is tried again after
 * `firstPauseMs`, then after twice as long each time, up to `maxPauseMs`. `isToldByAll`: its messages cost nothing, so that instances
 * which share an index all tell it what they have seen.
 *
 * A Varnish that starts again is empty, and must hear of the next change within a second. It reads headers of up to 8 kB. Sources of the others: the addresses at their requests.
 */
export const LIMITS = {
  varnish: {
    ...{ tags: 100, bytes: 6_000, repeatMs: 500, isToldByAll: true },
    ...{ firstPauseMs: 250, maxPauseMs: 500 },
  },
  fastly: { tags: 256, ...SERVICE },
  cloudflare: { tags: 100, ...SERVICE },
  webhook: { tags: 1_000, ...SERVICE },
} as const satisfies Record<SharedCache['kind'], { tags: number; bytes: number; repeatMs: number }>

type Settings = { purge: PurgeEnv; siteUrl: string }

/**
 * The message that purges everything a cache holds under these tags.
 *
 * @param tags as header lines name them
 */
export function toPurgeRequest(
  cache: SharedCache,
  tags: readonly string[],
  settings: Settings,
  now: Date,
): Request {
  switch (cache.kind) {
    case 'varnish':
      return toVarnishRequest(cache, tags)
    case 'fastly':
      return toFastlyRequest(cache, tags, settings.purge)
    case 'cloudflare':
      return toCloudflareRequest(cache, tags, settings.purge)
    case 'webhook':
      return toWebhookRequest(cache, tags, settings, now)
  }
}

/** As deploy/varnish/broadsheet.vcl reads it: keys for vmod_xkey, or alternatives of a regular expression for `ban`. */
function toVarnishRequest(
  { url, method }: Extract<SharedCache, { kind: 'varnish' }>,
  tags: readonly string[],
): Request {
  const headers: Record<string, string> =
    method === 'xkey' ? { 'xkey-purge': tags.join(' ') } : { 'tag-ban': tags.map(escapePattern).join('|') }
  return new Request(url, { method: 'PURGE', headers })
}

/** What a formatted tag may hold that means something else in a regular expression. */
function escapePattern(tag: string): string {
  return tag.replace(/[.*()]/g, '\\$&')
}

/** @see https://www.fastly.com/documentation/reference/api/purging/ */
function toFastlyRequest(
  { service }: Extract<SharedCache, { kind: 'fastly' }>,
  tags: readonly string[],
  { fastlyApi, fastlyToken }: PurgeEnv,
): Request {
  return new Request(`${fastlyApi}/service/${service}/purge`, {
    method: 'POST',
    headers: {
      'fastly-key': fastlyToken ?? '',
      accept: 'application/json',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ surrogate_keys: tags }),
  })
}

/** @see https://developers.cloudflare.com/cache/how-to/purge-cache/purge-by-tags/ */
function toCloudflareRequest(
  { zone }: Extract<SharedCache, { kind: 'cloudflare' }>,
  tags: readonly string[],
  { cloudflareApi, cloudflareToken }: PurgeEnv,
): Request {
  return new Request(`${cloudflareApi}/zones/${zone}/purge_cache`, {
    method: 'POST',
    headers: { authorization: `Bearer ${cloudflareToken ?? ''}`, 'content-type': 'application/json' },
    body: JSON.stringify({ tags }),
  })
}

/** `{"site":"https://paper.example","tags":["post:ferry","all:"]}`, signed by Standard Webhooks where there is a secret. */
function toWebhookRequest(
  { url }: Extract<SharedCache, { kind: 'webhook' }>,
  tags: readonly string[],
  { siteUrl, purge: { webhookSecret } }: Settings,
  now: Date,
): Request {
  const body = JSON.stringify({ site: siteUrl, tags })
  const id = randomUUID()
  const timestamp = String(Math.floor(now.getTime() / 1000))
  return new Request(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(webhookSecret === null
        ? {}
        : {
            'webhook-id': id,
            'webhook-timestamp': timestamp,
            'webhook-signature': signStandardWebhook(webhookSecret, id, timestamp, body),
          }),
    },
    body,
  })
}
