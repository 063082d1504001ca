import { LRUCache } from 'lru-cache'

/** Searches a client may make at once, and how many more each second. */
const BURST = 60
const PER_SECOND = 4

/** Clients that are remembered. Who is forgotten begins anew. */
const MAX_CLIENTS = 10_000

type Bucket = { left: number; at: number }

/**
 * Whether a client may search now. Each has a number of searches that fills up again with time (a token bucket).
 *
 * @param client its address; of IPv6 the first 64 bits count, which one household has
 */
export function createSearchLimit(): (client: string, now: number) => boolean {
  const buckets = new LRUCache<string, Bucket>({ max: MAX_CLIENTS })
  return (client, now) => {
    const key = toClientKey(client)
    const { left, at } = buckets.get(key) ?? { left: BURST, at: now }
    const filled = Math.min(BURST, left + (Math.max(0, now - at) / 1000) * PER_SECOND)
    buckets.set(key, { left: Math.max(0, filled - 1), at: now })
    return filled >= 1
  }
}

function toClientKey(address: string): string {
  if (!address.includes(':') || /^::ffff:[\d.]+$/i.test(address)) return address
  const [start = '', end = ''] = address.split('::', 2)
  const first = start.split(':').filter((part) => part !== '')
  const last = end.split(':').filter((part) => part !== '')
  const missing = address.includes('::') ? Math.max(0, 8 - first.length - last.length) : 0
  const groups = [...first, ...Array.from({ length: missing }, () => '0'), ...last]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
