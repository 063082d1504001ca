import path from 'node:path'
import { fetchBytes, warm } from './fetch-bytes.ts'
import { print } from './print.ts'
import { startOurs } from './servers.ts'

const ARTICLE = '/posts/ferry-returns'

/** What a browser that has never been here gets over the wire to show an article, pictures aside. */
export async function benchFirstVisit(folder: string): Promise<void> {
  const server = await startOurs(path.resolve('content'), path.join(folder, 'data-visit'))
  try {
    const quick = await fetchBytes(server.url + ARTICLE, 'br')
    const best = await warm(server.url + ARTICLE, 'br')
    const html = (await fetchBytes(server.url + ARTICLE, 'identity')).toString()
    const files = [...html.matchAll(/<(?:link rel="stylesheet"[^>]* href|script[^>]* src)="([^"]+)"/g)].map(
      ([, url = '']) => url,
    )
    const sizes = await Promise.all(files.map(async (url) => (await warm(server.url + url, 'br')).length))
    const more = sizes.reduce((sum, size) => sum + size, 0)
    print('first visit to an article, very first answer', `${quick.length + more} bytes  (≤ 14000)`)
    print('first visit to an article, from then on', `${best.length + more} bytes  (≤ 14000)`)
    print('of the framework', `${(html.match(/_next/g) ?? []).length} mentions, 0 bytes`)
  } finally {
    await server.stop()
  }
}
