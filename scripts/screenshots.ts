import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import sharp from 'sharp'
import { startSampleSite } from './sample-site.ts'

// The paper as it looks, for whoever reads the repository: docs/screenshots/<page>-<width>-<scheme>.webp

const FOLDER = 'docs/screenshots'
const WIDTHS = [360, 768, 1280]
const SCHEMES = ['light', 'dark'] as const
const PAGES = {
  'front-page': '/',
  story: '/posts/kettle-sand',
  'story-in-arabic': '/posts/arabic-reading-shelf',
  section: '/sections/harbour',
  writer: '/authors/idris-pennock',
  archive: '/archive',
}
/** What a reader sees without and with a little scrolling. */
const HEIGHTS = new Map([
  [360, 1400],
  [768, 1400],
  [1280, 1600],
])

type View = { name: string; path: string; width: number; colorScheme: (typeof SCHEMES)[number] }

async function shoot(browser: Browser, base: string, { name, path: address, width, colorScheme }: View) {
  const viewport = { width, height: HEIGHTS.get(width) ?? 1400 }
  const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' })
  await page.goto(base + address, { waitUntil: 'load' })
  await page.reload({ waitUntil: 'load' }) // As on a second page: a face that came too late for the first is here.
  // Read and decoded: pictures are decoded beside the page, and painted when they are ready.
  await page.evaluate(() =>
    Promise.all(
      [...document.images]
        .filter((image) => image.getBoundingClientRect().top < innerHeight)
        .map((image) => image.decode()),
    ),
  )
  const png = await page.screenshot()
  await page.close()
  const file = path.join(FOLDER, `${name}-${width}-${colorScheme}.webp`)
  const { size } = await sharp(png).webp({ quality: 72, effort: 6 }).toFile(file)
  console.log(`${file}: ${size} bytes`)
}

const views = Object.entries(PAGES).flatMap(([name, address]) =>
  WIDTHS.flatMap((width) => SCHEMES.map((colorScheme) => ({ name, path: address, width, colorScheme }))),
)
const site = await startSampleSite()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
try {
  for (const view of views) await shoot(browser, site.url, view)
} finally {
  await browser.close()
  site.stop()
}
