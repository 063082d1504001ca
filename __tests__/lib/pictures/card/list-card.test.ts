import sharp from 'sharp'
import { getPicture } from '#lib/picture-service/get-picture.ts'
import { parseListName } from '#lib/pictures/card/list-card.ts'
import { getSite, type ListRef } from '#lib/queries/queries.ts'
import { getListCard, getPaperCard } from '#lib/seo/list-card.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { toPostText } from '../../../support/paper.ts'
import { setUpPaper } from '../../../support/test-paper.ts'

setUpPaper({
  'site.yaml': 'name: The Packet\ntagline: News of the quay\n',
  'posts/one.md': toPostText({ section: 'Harbour', tags: '[tides]', authors: '[Ada Quill]' }),
})

const NOW = new Date('2026-06-01T00:00:00Z')
const get = (url: string) => getPicture(peekIndex(), url, NOW)

it.each<[ListRef, string]>([
  [{ kind: 'section', slug: 'harbour' }, 'Harbour'],
  [{ kind: 'tag', slug: 'tides' }, 'tides'],
  [{ kind: 'author', slug: 'ada-quill' }, 'Ada Quill'],
  [{ kind: 'year', year: 2026 }, ''],
  [{ kind: 'month', year: 2026, month: 1 }, ''],
  [{ kind: 'all' }, ''],
])('draws the card of %j', async (list, name) => {
  const { url } = getListCard(list, name, await getSite())
  const answer = await get(url)
  const { format, width, height } = await sharp(answer?.bytes).metadata()
  expect([format, width, height]).toEqual(['jpeg', 1200, 630])
  expect(answer?.bytes.length).toBeLessThan(300_000)
})

it('draws none with other words than the paper has, nor of a list nothing is in', async () => {
  const site = await getSite()
  expect(await get(getListCard({ kind: 'section', slug: 'harbour' }, 'Hell', site).url)).toBeNull()
  expect(await get(getListCard({ kind: 'section', slug: 'none' }, 'none', site).url)).toBeNull()
  expect(await get(getListCard({ kind: 'year', year: 1999 }, '', site).url)).toBeNull()
})

it('has another address when the paper has another look', async () => {
  const site = await getSite()
  expect(getPaperCard({ ...site, tagline: 'Changed' }).url).not.toBe(getPaperCard(site).url)
})

it.each([
  ['all:', { kind: 'all' }],
  ['section:harbour', { kind: 'section', slug: 'harbour' }],
  ['month:2026-03', { kind: 'month', year: 2026, month: 3 }],
  ['month:2026-13', null],
  ['year:26', null],
  ['tag:', null],
  ['chain-ferry', null],
])('%s is the name of %j', (name, list) => {
  expect(parseListName(name)).toEqual(list)
})
