import { readdirSync, statSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { setUpSharedSite } from '../support/shared-sites.ts'
import weights from './page-weights.json'

const MAX_FONTS = 60_000
const MAX_SCRIPTS = 3_000

const site = setUpSharedSite('local')

/** Bytes of HTML, CSS and scripts of a first visit: the page as the server compresses it, which names no other file. */
async function weigh(path: string): Promise<number> {
  const html = await (await site.get(path)).text()
  expect(html).not.toMatch(/<link[^>]* rel="stylesheet"|<script[^>]* src=/)
  return brotliCompressSync(html).length
}

// Below the floor a gain has been made that a lower ceiling should keep.
it.each(Object.entries(weights))('%s weighs between %j', async (path, { least, most }) => {
  const weight = await weigh(path)
  expect(weight).toBeGreaterThanOrEqual(least)
  expect(weight).toBeLessThanOrEqual(most)
})

it('has fonts of no more than 60 kB in all', () => {
  const sizes = readdirSync('public/fonts').map((file) => statSync(`public/fonts/${file}`).size)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MAX_FONTS)
})

it('lets fonts be kept for ever', async () => {
  const [file = ''] = readdirSync('public/fonts')
  const response = await site.get(`/fonts/${file}`)
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

it('suggests stories while words are typed with no more than 1 kB', async () => {
  const listScripts = async (path: string) =>
    [...(await (await site.get(path)).text()).matchAll(/<script data-keep="">(.*?)<\/script>/gs)].map(
      ([, text = '']) => text,
    )
  const elsewhere = new Set(await listScripts('/about'))
  const own = (await listScripts('/search')).filter((script) => !elsewhere.has(script))
  expect(own).toHaveLength(1)
  expect(Buffer.byteLength(own.join(''))).toBeLessThanOrEqual(1_000)
})

describe('a story with a film and notes', () => {
  const full = setUpSharedSite('full')

  it('carries every script there is but those of search boxes and live stories, of no more than 3 kB in all', async () => {
    const html = await (await full.get('/posts/extras')).text()
    const scripts = [...html.matchAll(/<script data-keep="">(.*?)<\/script>/gs)].map(([, text = '']) => text)
    expect(scripts).toHaveLength(readdirSync('app/_scripts/browser').length - 2)
    expect(gzipSync(scripts.join('')).length).toBeLessThanOrEqual(MAX_SCRIPTS)
  })
})
