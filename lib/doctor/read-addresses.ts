import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { decodeEntities } from '#lib/text/entities.ts'

const MAX_ADDRESSES = 1_000_000

/**
 * Old addresses as paths: of a sitemap the `<loc>` elements, of any other file each line that is an address or begins
 * with a slash. Each once.
 */
export async function readAddresses(file: string): Promise<string[]> {
  const paths = new Set<string>()
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) {
    for (const written of listWritten(line)) {
      const path = toPath(written)
      if (path !== null && paths.size < MAX_ADDRESSES) paths.add(path)
    }
  }
  return [...paths]
}

function listWritten(line: string): string[] {
  if (!line.includes('<loc>')) return [line.trim().split(/[\s,;]/)[0] ?? '']
  return line
    .split('<loc>')
    .slice(1)
    .map((part) =>
      decodeEntities((part.split('</loc>')[0] ?? '').replace('<![CDATA[', '').replace(']]>', '').trim()),
    )
}

function toPath(written: string): string | null {
  const url = written.startsWith('/') ? URL.parse(written, 'https://site.invalid') : URL.parse(written)
  return url === null || !/^https?:$/.test(url.protocol) || url.pathname === '/'
    ? null
    : `${url.pathname}${url.search}`
}
