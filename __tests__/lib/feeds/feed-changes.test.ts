import { fetchFeed } from '../../support/fetch-feed.ts'
import { toPostText } from '../../support/paper.ts'
import { listElements, listTexts, readXml } from '../../support/read-xml.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const FERRY = { title: 'Ferry', date: '2026-11-22T07:30:00Z', description: 'After 77 days.' }
const BODY = 'The ferry is back.\n'

const paper = setUpPaper({
  'site.yaml': 'name: The Packet\n',
  'posts/ferry.md': toPostText(FERRY, BODY),
  'posts/wall.md': toPostText({ title: 'Wall', date: '2026-11-21T07:30:00Z' }),
})

describe('a story that changes', () => {
  const readIds = async () =>
    (await (await fetchFeed('/feed.json')).json()).items.map(({ id }: { id: string }) => id)

  afterEach(async () => {
    paper.write('posts/ferry.md', toPostText(FERRY, BODY))
    await paper.sync()
  })

  it('keeps its id under another title', async () => {
    const before = await readIds()
    paper.write('posts/ferry.md', toPostText({ ...FERRY, title: 'Another title' }, BODY))
    await paper.sync()
    expect(await readIds()).toEqual(before)
  })

  it('keeps its id at another address, and leaves it to nobody else', async () => {
    const before = await readIds()
    paper.remove('posts/ferry.md')
    paper.write('posts/ferry-returns.md', toPostText(FERRY, BODY))
    await paper.sync()
    expect(await readIds()).toEqual(before)
    paper.write('posts/ferry.md', toPostText({ title: 'Another ferry', date: '2026-11-22T10:00:00Z' }))
    await paper.sync()
    const ids = await readIds()
    expect(ids).toContain(before[0])
    expect(new Set(ids).size).toBe(ids.length)
    paper.remove('posts/ferry-returns.md')
  })

  it('is later when it is corrected', async () => {
    const corrected = { ...FERRY, corrections: '[{date: 2026-11-22T18:00:00Z, text: It was 78 days.}]' }
    paper.write('posts/ferry.md', toPostText(corrected, BODY))
    await paper.sync()
    const xml = readXml(await (await fetchFeed('/atom.xml')).text(), 'atom.rng')
    expect(listTexts(xml, 'updated')[0]).toBe('2026-11-22T18:00:00Z')
  })
})

it('gives standfirsts alone where the paper wants its readers to visit', async () => {
  paper.write('site.yaml', 'name: The Packet\nfeeds:\n  content: standfirst\n')
  await paper.sync()
  const xml = readXml(await (await fetchFeed('/atom.xml')).text(), 'atom.rng')
  expect(listElements(xml, 'content')).toEqual([])
  expect(listTexts(xml, 'summary')[0]).toBe('After 77 days.')
  expect((await (await fetchFeed('/feed.json')).json()).items[0]).toMatchObject({
    content_text: 'After 77 days.',
  })
})

it('leads a person who opens it to a page they can read', async () => {
  expect((await (await fetchFeed('/atom.xml')).text()).split('\n').slice(1, 3)).toEqual([
    '<?xml-stylesheet type="text/css" href="/feed.css"?>',
    '<?xml-stylesheet type="text/css" href="/feed-words.css"?>',
  ])
})

it('lets others have their turn after each story it renders, and renders none twice', async () => {
  for (let number = 0; number < 10; number += 1)
    paper.write(`posts/turn-${number}.md`, toPostText({ title: `Turn ${number}` }))
  paper.write('site.yaml', 'name: The Packet\n')
  await paper.sync()
  const countTurns = async () => {
    let turns = 0
    const turn = () => {
      turns += 1
      next = setImmediate(turn)
    }
    let next = setImmediate(turn)
    await fetchFeed('/atom.xml')
    clearImmediate(next)
    return turns
  }
  expect(await countTurns()).toBeGreaterThanOrEqual(12)
  expect(await countTurns()).toBeLessThan(6)
})
