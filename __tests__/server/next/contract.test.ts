import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { createElement, lazy, Suspense } from 'react'
import * as installedReactDom from 'react-dom/server'
import { BUILD_FOLDER, readBuildFile } from '../../../server/next/build-file.ts'
import {
  BUILD_URL,
  DRAFT_COOKIE,
  ERROR_SHELL_ID,
  isEmptyPlaceholder,
  isErrorShell,
  isTemplateOfReact,
  isUnfinished,
  toPathOfCacheKey,
} from '../../../server/next/markers.ts'
import { scanHtml } from '../../../server/pages/strip/scan-html.ts'
import { fetchRaw } from '../../support/fetch-raw.ts'
import { type NextProcess, startNext } from '../../support/next-process.ts'
import { createPaper, toPostText } from '../../support/paper.ts'

/*
 * What the server relies on and Next does not promise. When one of these fails after an update, its name says what Next
 * or React changed; `server/next/` is the only place to mend.
 */

const load = createRequire(path.resolve('contract.cjs'))
const build = readBuildFile(BUILD_FOLDER)
if (build === null) throw new Error('There is no complete build.')

const paper = createPaper({ 'posts/tide.md': toPostText({ title: 'High water', section: 'Harbour' }) })
let next: NextProcess

beforeAll(async () => {
  next = await startNext('start', paper)
})
afterAll(async () => {
  await next.stop()
  paper.close()
})

const ask = (target: string, headers: Record<string, string> = {}) => fetchRaw(next.url + target, { headers })
const DRAFT = { cookie: `${DRAFT_COOKIE}=${build.bypassToken}` }

describe('the build, as Next hands it to adapters', () => {
  it('names each route once, with its file, and a pattern for each with a parameter', () => {
    const routes = build.handlers.map(({ route }) => route)
    expect(new Set(routes).size).toBe(routes.length)
    expect(routes).toEqual(expect.arrayContaining(['/', '/posts/[slug]', '/archive', '/healthz']))
    const withParameters = routes.filter((route) => route.includes('['))
    expect(new Set(build.patterns.map(({ route }) => route))).toEqual(new Set(withParameters))
  })

  it('still leaves out only files of metadata that are rendered in advance', () => {
    expect(
      build.withoutHandler.filter((target) => !/\.(?:txt|xml|webmanifest|ico|svg)$/.test(target)),
    ).toEqual([])
  })
})

describe('an entry of the build', () => {
  it.each(build.handlers)('$route still exports handler and routeModule.loadManifests', ({ file }) => {
    const { handler, routeModule } = load(path.resolve(BUILD_FOLDER, file))
    expect([typeof handler, typeof routeModule.loadManifests]).toEqual(['function', 'function'])
  })
})

describe('a page that React sends before all of it is ready', () => {
  it.each([
    ['installed', installedReactDom],
    ['in Next', load('next/dist/compiled/react-dom/server.node')],
  ])('still has <template id="B: in the place of what is late: React %s', async (_where, reactDom) => {
    const { sent, whole } = await renderLate(reactDom)
    expect(isUnfinished(sent)).toBe(true)
    expect(isUnfinished(whole)).toBe(true)
    const templates = scanHtml(sent.toString()).templates.map(({ attributes }) => attributes.id ?? '')
    expect(templates.filter(isTemplateOfReact)).toEqual(['B:0'])
  })

  it.each([
    ['installed', installedReactDom],
    ['in Next', load('next/dist/compiled/react-dom/server.node')],
  ])('still has no such template where nothing is late: React %s', async (_where, reactDom) => {
    expect(isUnfinished(await renderAtOnce(reactDom))).toBe(false)
  })
})

describe('Draft Mode', () => {
  it('still goes by the cookie __prerender_bypass, which proxy.ts repeats', () => {
    expect(DRAFT_COOKIE).toBe('__prerender_bypass')
    expect(readFileSync('proxy.ts', 'utf8')).toContain(`key: '${DRAFT_COOKIE}'`)
  })

  it('still gives who has the bypassToken a page that is private to them', async () => {
    const { status, headers } = await ask('/posts/tide', DRAFT)
    expect([status, headers['cache-control']]).toEqual([200, expect.stringContaining('no-store')])
  })
})

it('Next still answers notFound() of a draft with a document whose <html> has the id __next_error__', async () => {
  const { status, body } = await ask('/nothing-here.txt', DRAFT)
  expect([status, isErrorShell(body)]).toEqual([404, true])
  expect(scanHtml(body.toString()).rootId).toBe(ERROR_SHELL_ID)
})

it('keys of the page cache are still /route-cache/<kind>/<hash>/$<path>, so that pages are kept', async () => {
  expect(toPathOfCacheKey('/route-cache/app-page/0a1b/$/posts/tide')).toBe('/posts/tide')
  for (const target of ['/', '/posts/tide']) {
    await ask(target)
    expect([target, (await ask(target)).headers['x-nextjs-cache']]).toEqual([target, 'HIT'])
  }
})

it('a page still has the framework’s scripts and sheets below /_next/, and React’s empty places', async () => {
  const html = (await ask('/posts/tide')).body.toString()
  const { scripts, links, placeholders, templates } = scanHtml(html)
  const files = scripts.flatMap(({ attributes: { src } }) => (src === undefined ? [] : [src]))
  expect(files.filter((src) => !src.startsWith(BUILD_URL))).toEqual([])
  expect(files.length).toBeGreaterThan(0)
  const sheets = links.filter(({ attributes }) => attributes.rel === 'stylesheet')
  expect(sheets.map(({ attributes }) => attributes.href?.startsWith(BUILD_URL))).toContain(true)
  expect(placeholders.length).toBeGreaterThan(0)
  expect(isEmptyPlaceholder('<!--$--><!--/$-->')).toBe(true)
  expect(templates).toEqual([])
})

it('reactMaxHeadersLength: 1 still keeps preloads out of the header lines', async () => {
  expect((await ask('/posts/tide')).headers.link).toBeUndefined()
  expect((await ask('/posts/tide', DRAFT)).headers.link).toBeUndefined()
})

type ReactDom = Pick<typeof installedReactDom, 'renderToPipeableStream'>

/** A page with a boundary that waits: what is sent when its shell is ready, and all of it in the end. */
async function renderLate(reactDom: ReactDom): Promise<{ sent: Buffer; whole: Buffer }> {
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const Late = lazy(async () => {
    await arrived
    return { default: () => 'High water' }
  })
  const page = createElement('main', null, createElement(Suspense, { fallback: 'soon' }, createElement(Late)))
  const chunks: Buffer[] = []
  const sent = new PassThrough().on('data', (chunk: Buffer) => chunks.push(chunk))
  await new Promise<void>((resolve, reject) => {
    const stream = reactDom.renderToPipeableStream(page, {
      onShellReady: () => {
        sent.once('data', () => resolve())
        stream.pipe(sent)
      },
      onError: reject,
    })
  })
  const early = Buffer.concat(chunks)
  arrive()
  await new Promise((resolve) => sent.once('end', resolve))
  return { sent: early, whole: Buffer.concat(chunks) }
}

/** The same without anything that waits. */
async function renderAtOnce(reactDom: ReactDom): Promise<Buffer> {
  const page = createElement('main', null, createElement(Suspense, { fallback: 'soon' }, 'High water'))
  const chunks: Buffer[] = []
  const sent = new PassThrough().on('data', (chunk: Buffer) => chunks.push(chunk))
  const stream = reactDom.renderToPipeableStream(page, { onAllReady: () => void stream.pipe(sent) })
  await new Promise((resolve) => sent.once('end', resolve))
  return Buffer.concat(chunks)
}
