import { readdirSync, readFileSync, statSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { openSamplePaper } from '../support/sample-paper.ts'
import { setUpSite } from '../support/site-server.ts'
import weights from './page-weights.json'

const MOST_FONTS = 60_000
const MOST_SCRIPTS = 3_000

const paper = openSamplePaper()
const site = setUpSite(paper)

/** A script as a reader without a cache gets it; files go out with gzip. */
function weighScript(src: string): number {
  return gzipSync(readFileSync(`public${src.replace(/\?.*/, '')}`)).length
}

/** Bytes of HTML, CSS and scripts of a first visit: the page as the server compresses it, and the files it names. */
async function weigh(path: string): Promise<number> {
  const html = await (await site.get(path)).text()
  const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src = '']) => weighScript(src))
  expect(html).not.toMatch(/<link[^>]* rel="stylesheet"/)
  return brotliCompressSync(html).length + scripts.reduce((sum, size) => sum + size, 0)
}

// Below the floor a gain has been made that a lower ceiling should keep.
it.each(Object.entries(weights))('%s weighs between %j', async (path, { least, most }) => {
  const weight = await weigh(path)
  expect(weight).toBeGreaterThanOrEqual(least)
  expect(weight).toBeLessThanOrEqual(most)
})

it('has fonts of no more than 60 kB in all', () => {
  const sizes = readdirSync('public/fonts').map((file) => statSync(`public/fonts/${file}`).size)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_FONTS)
})

it('has scripts of no more than 3 kB in all', () => {
  const sizes = readdirSync('public/scripts').map((file) => weighScript(`/scripts/${file}`))
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_SCRIPTS)
})

it.each(['/fonts/', '/scripts/'])('lets what lies below %s be kept for ever', async (folder) => {
  const [file = ''] = readdirSync(`public${folder}`)
  const response = await site.get(folder + file)
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})
