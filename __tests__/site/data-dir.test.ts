import { existsSync, rmSync } from 'node:fs'
import { getDatabasePath } from '#lib/index/database-path.ts'
import { eventually } from '../support/eventually.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { type SiteServer, startSite } from '../support/site-server.ts'

// DATA_DIR is deleted while the site runs: readers do not notice, and it is there again.

const NAMES = Array.from({ length: 60 }, (_none, number) => `story-${number}`)
const paper = createPaper(
  Object.fromEntries(NAMES.map((name) => [`posts/${name}.md`, toPostText({ title: name }, `Of ${name}.\n`)])),
)
let site: SiteServer

beforeAll(async () => {
  site = await startSite(paper, { LOG: 'off' })
})

afterAll(async () => {
  await site.stop()
  paper.close()
})

it('answers every request, says what is wrong, and makes the index again', async () => {
  const statuses: number[] = []
  await site.get('/posts/story-0')
  rmSync(paper.dataDir, { recursive: true })
  // Pages that were never rendered before, among them; words that were never searched for.
  for (const name of NAMES)
    for (const path of [`/posts/${name}`, `/search?q=${name}`, '/posts/story-0'])
      statuses.push((await site.get(path)).status)
  await eventually(async () => {
    statuses.push((await site.get('/')).status)
    expect(site.output()).toContain(`The index in DATA_DIR is whole again: ${paper.dataDir}.`)
  })
  expect(site.output()).toContain(`The index is gone from DATA_DIR while the site runs: ${paper.dataDir}`)
  await eventually(async () => {
    statuses.push((await site.get('/posts/story-1')).status)
    expect(await (await site.get('/healthz')).json()).toMatchObject({ status: 'ok', posts: 60, faults: [] })
  })
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(existsSync(getDatabasePath(paper.dataDir))).toBe(true)
  paper.write('posts/later.md', toPostText({ title: 'Later' }))
  await eventually(async () => expect((await site.get('/posts/later')).status).toBe(200))
})
