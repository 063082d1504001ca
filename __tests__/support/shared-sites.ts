import type { SiteServer } from './site-server.ts'

export const NAMED_SETTINGS = { SITE_URL: 'https://packet.example', METRICS_TOKEN: 'a-long-word' } as const

/**
 * A server that all test files of a run share: who only reads uses one of them. Over the sample paper `local`, which calls
 * itself by the address it has, and `named`, by a public one; over a paper with one of everything `full`; over one of
 * two stories `fast-path-on` and `fast-path-off`.
 */
export type SharedSite = 'local' | 'named' | 'full' | 'fast-path-on' | 'fast-path-off'

/** Where `share-servers.ts` listens. */
export const SHARED_VARIABLE = 'BROADSHEET_SHARED_SERVERS'

/** What `share-servers.ts` answers at a path. */
export async function askForShared(path: string): Promise<string> {
  const origin = process.env[SHARED_VARIABLE]
  if (origin === undefined) throw new Error('The shared servers run in the test project `site` only.')
  const response = await fetch(origin + path)
  const text = await response.text()
  if (!response.ok) throw new Error(text)
  return text
}

/** The shared server of a name, for the tests of this file or `describe`. */
export function setUpSharedSite(
  name: SharedSite,
): Pick<SiteServer, 'url' | 'get'> & { readOutput: () => Promise<string> } {
  let url: string

  beforeAll(async () => {
    url = await askForShared(`/url/${name}`)
  })

  return {
    get url() {
      return url
    },
    get: (path, headers = {}) => fetch(url + path, { redirect: 'manual', headers }),
    readOutput: () => askForShared(`/output/${name}`),
  }
}
