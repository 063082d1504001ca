import { createPurger, type Purger } from '#lib/announce/purge/start-purging.ts'
import { getEnv } from '#lib/config/env.ts'
import type { Index } from '#lib/index/index-state.ts'
import { openIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'
import { createPaper, type Paper, toPostText } from './paper.ts'
import { type HeardMessage, type PurgeReceiver, startPurgeReceiver } from './purge-receiver.ts'

const SECRETS = {
  FASTLY_API_TOKEN: 'fastly-token-1',
  CLOUDFLARE_API_TOKEN: 'cloudflare-token-2',
  PURGE_WEBHOOK_SECRET: 'webhook-secret-3',
}
const SETTINGS = [
  'PURGE_VARNISH',
  'PURGE_VARNISH_METHOD',
  'PURGE_FASTLY',
  'PURGE_FASTLY_API',
  'PURGE_CLOUDFLARE',
  'PURGE_CLOUDFLARE_API',
  'PURGE_WEBHOOK',
  ...Object.keys(SECRETS),
]

/**
 * A paper in front of which stand caches, all of them one receiver. `open` makes it, complete and told of already; it lives as
 * long as its test.
 */
export function setUpPurging() {
  let receiver: PurgeReceiver
  let paper: Paper
  let index: Index
  let purger: Purger
  const lines: string[] = []

  beforeAll(async () => {
    receiver = await startPurgeReceiver()
  })
  afterAll(() => receiver.close())
  afterEach(() => {
    receiver.answerWith(200)
    receiver.heard.length = 0
    for (const name of SETTINGS) delete process.env[name]
    index.database.close()
    paper.close()
  })

  async function open(env: Record<string, string>, files: Record<string, string> = {}): Promise<void> {
    Object.assign(process.env, SECRETS, { SITE_URL: 'https://paper.example' }, env)
    paper = createPaper({ 'posts/a.md': toPostText({ title: 'A', section: 'Harbour' }), ...files })
    index = await openAnew()
    purger = createPurger(index, getEnv())
    await purger.run(new Date())
    await purger.run(new Date(Date.now() + 5_000))
    receiver.heard.length = 0
    lines.length = 0
  }

  async function openAnew(): Promise<Index> {
    const opened = openIndex({ ...paper, log: (line) => lines.push(line) })
    await syncIndex(opened)
    return opened
  }

  return {
    open,
    /** As after a restart of the program. */
    reopen: async () => {
      index.database.close()
      index = await openAnew()
    },
    save: async (file: string, text: string) => {
      paper.write(file, text)
      await syncIndex(index)
    },
    run: (now = new Date()) => purger.run(now),
    /** The same with the environment as it is now. */
    runAnew: () => createPurger(index, getEnv()).run(new Date()),
    getIndex: () => index,
    lines,
    getUrl: () => receiver.url,
    listHeard: () => receiver.heard,
    forget: () => {
      receiver.heard.length = 0
    },
    answerWith: (status: number, headers?: Record<string, string>) => receiver.answerWith(status, headers),
    toVarnish: () => ({ PURGE_VARNISH: receiver.url }),
    toCloudflare: () => ({ PURGE_CLOUDFLARE: 'zone1', PURGE_CLOUDFLARE_API: receiver.url }),
    toFastly: () => ({ PURGE_FASTLY: 'service1', PURGE_FASTLY_API: receiver.url }),
    toWebhook: () => ({ PURGE_WEBHOOK: `${receiver.url}/purge?key=path-secret` }),
  }
}

export const readXkeys = ({ headers }: HeardMessage) => String(headers['xkey-purge']).split(' ').sort()
export const readTags = ({ body }: HeardMessage): string[] => JSON.parse(body).tags
