import { setTimeout as wait } from 'node:timers/promises'
import { eventually } from '../support/eventually.ts'
import { createPaper, toPostText } from '../support/paper.ts'
import { setUpSite } from '../support/site-server.ts'

/** A dozen stories of one section between the oldest and what comes: their pages have none of the others beside them. */
const MANY = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [
    `posts/m${at}.md`,
    toPostText({ title: `M${at}`, date: `2022-01-${at + 10}`, section: 'Harbour' }),
  ]),
)

const paper = createPaper({
  'posts/oldest.md': toPostText({ title: 'Oldest', date: '2020-01-01', section: 'World' }),
  ...MANY,
})
const site = setUpSite(paper)

/** Pages that show none of the stories that are written here. */
const PAGES = ['/posts/m5', '/sections/harbour', '/about', '/no-such-page']

/** What the masthead of each page names, in order. */
async function readMastheads(): Promise<Record<string, string[]>> {
  const read = async (page: string) => {
    const html = await (await site.get(page)).text()
    const nav = /masthead-nav[\s\S]*?<\/nav>/.exec(html)?.[0] ?? ''
    return [page, [...nav.matchAll(/href="\/sections\/[^"]+">([^<]+)</g)].map(([, name]) => name ?? '')]
  }
  return Object.fromEntries(await Promise.all(PAGES.map(read)))
}

async function expectSections(names: readonly string[]): Promise<void> {
  await eventually(async () => {
    expect(await readMastheads()).toEqual(Object.fromEntries(PAGES.map((page) => [page, names])))
  })
}

const write = (title: string, date: string, section: string) =>
  paper.write(`posts/${title}.md`, toPostText({ title, date, section }))

it('come and go in the masthead of every page, stored ones too, with their first and last story', async () => {
  await expectSections(['Harbour', 'World'])
  write('cup', '2026-01-01', 'Sport')
  await expectSections(['Harbour', 'Sport', 'World'])
  write('cup-again', '2026-02-01', 'SPORT')
  await expectSections(['Harbour', 'SPORT', 'World'])
  paper.remove('posts/cup-again.md')
  await expectSections(['Harbour', 'Sport', 'World'])
  write('cup', '2026-01-01', 'Harbour')
  await expectSections(['Harbour', 'World'])
  paper.remove('posts/oldest.md')
  await expectSections(['Harbour'])
  const second = new Date(Math.ceil(Date.now() / 1000 + 4) * 1000)
  write('column', second.toISOString(), 'Opinion')
  await wait(second.getTime() - Date.now() - 1_000)
  await expectSections(['Harbour'])
  await wait(second.getTime() - Date.now())
  await expectSections(['Harbour', 'Opinion'])
})
