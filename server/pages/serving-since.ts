import type { Env } from '#lib/config/env.ts'
import { getMeta, type Index } from '#lib/index/index-state.ts'
import { SITE_TAG } from '#lib/routes/cache-tags.ts'
import { sha256 } from '#lib/text/hash.ts'
import { getServerHash, getSourceHash } from '../next/source-hash.ts'

/**
 * When this source, with these settings, first served this index, in milliseconds. A page can differ from what a reader
 * holds because the site was changed rather than its content: nothing is called older than this.
 */
export async function getServingSince(index: Index, { siteUrl }: Pick<Env, 'siteUrl'>): Promise<number> {
  const version = sha256([getSourceHash(), getServerHash(), siteUrl].join('\n'))
  const [known, since] = (getMeta(index, 'serving') ?? '').split(' ')
  if (known === version) return Number(since)
  const now = Date.now()
  await index.write({ kind: 'purge', tags: [SITE_TAG] })
  await index.write({ kind: 'meta', key: 'serving', value: `${version} ${now}` })
  return now
}
