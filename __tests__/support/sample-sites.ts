import { openSamplePaper } from './sample-paper.ts'
import { type SiteServer, startSite } from './site-server.ts'

export const NAMED_SETTINGS = { SITE_URL: 'https://packet.example', METRICS_TOKEN: 'a-long-word' } as const

/**
 * Servers over the sample paper that all test files of a run share: who only reads uses one of them. `local` calls itself
 * by the address it has, `named` by a public one.
 */
const SETTINGS = { local: {}, named: NAMED_SETTINGS } as const

type Name = keyof typeof SETTINGS

/** Starts them; the returned function stops them. Their addresses are handed to the test files in the environment. */
export async function startSampleSites(): Promise<() => Promise<void>> {
  const starts = await Promise.allSettled([startSampleSite('local'), startSampleSite('named')])
  const stops = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []))
  const stopAll = async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
  const failed = starts.find((start) => start.status === 'rejected')
  if (failed === undefined) return stopAll
  await stopAll()
  throw failed.reason
}

async function startSampleSite(name: Name): Promise<() => Promise<void>> {
  const paper = openSamplePaper()
  const site = await startSite(paper, SETTINGS[name])
  process.env[toVariable(name)] = site.url
  return async () => {
    await site.stop()
    paper.close()
  }
}

/** The shared server of a name, for files that only read. */
export function getSampleSite(name: Name): Pick<SiteServer, 'url' | 'get'> {
  const url = process.env[toVariable(name)]
  if (url === undefined) throw new Error('The shared servers run in the test project `site` only.')
  return { url, get: (path, headers = {}) => fetch(url + path, { redirect: 'manual', headers }) }
}

function toVariable(name: Name): string {
  return `BROADSHEET_SAMPLE_${name.toUpperCase()}`
}
