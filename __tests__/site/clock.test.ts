import { setTimeout as wait } from 'node:timers/promises'
import { eventually } from '../support/eventually.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { setUpSite } from '../support/site-server.ts'

const paper = createPaper({ 'posts/other.md': toPostText({ title: 'Other', date: '2020-01-01' }) })
const site = setUpSite(paper)

/** Whole seconds: the precision front matter is kept in. */
function inSeconds(seconds: number): Date {
  return new Date(Math.ceil(Date.now() / 1000 + seconds) * 1000)
}

const toText = (date: Date) => date.toISOString()

async function shows(page: string, title: string): Promise<boolean> {
  return (await (await site.get(page)).text()).includes(title)
}

it('publishes a story on the second its embargo lifts, on pages that were cached before', async () => {
  const published = inSeconds(6)
  paper.write(
    'posts/embargoed.md',
    toPostText({ title: 'Embargoed', date: toText(published), section: 'Harbour' }),
  )
  await wait(published.getTime() - Date.now() - 4000)
  for (const page of ['/', '/archive', '/posts/other'])
    expect([page, await shows(page, 'Embargoed')]).toEqual([page, false])
  expect((await site.get('/posts/embargoed')).status).toBe(404)
  expect((await site.get('/sections/harbour')).status).toBe(404)
  await wait(published.getTime() - Date.now())
  expect((await site.get('/posts/embargoed')).status).toBe(200)
  expect((await site.get('/sections/harbour')).status).toBe(200)
  for (const page of ['/', '/posts/other'])
    expect([page, await shows(page, 'Embargoed')]).toEqual([page, true])
})

it('takes a story out on the second it expires', async () => {
  const expires = inSeconds(6)
  paper.write('posts/brief.md', toPostText({ title: 'Brief glory', expires: toText(expires) }))
  await eventually(async () => expect((await site.get('/posts/brief')).status).toBe(200))
  expect(await shows('/', 'Brief glory')).toBe(true)
  await wait(expires.getTime() - Date.now() - 2000)
  expect((await site.get('/posts/brief')).status).toBe(200)
  await wait(expires.getTime() - Date.now())
  expect((await site.get('/posts/brief')).status).toBe(410)
  expect(await shows('/', 'Brief glory')).toBe(false)
})
