import { eventually } from '../../support/eventually.ts'
import { createPaper, toPostText } from '../../support/paper.ts'
import { setUpSite } from '../../support/site-server.ts'

const paper = createPaper({ 'posts/tide.md': toPostText({ title: 'High water' }) })
const site = setUpSite(paper, { METRICS_TOKEN: 'figures' })

const readFigures = async () => (await site.get('/metrics', { Authorization: 'Bearer figures' })).text()

it('has the front page and the feed ready before anybody asks for them', async () => {
  await eventually(async () => expect(await readFigures()).toMatch(/^broadsheet_store_pages 2$/m))
  for (const path of ['/', '/feed.xml']) expect(await (await site.get(path)).text()).toContain('High water')
  await eventually(async () =>
    expect(await readFigures()).toContain('broadsheet_requests_total{status="200",store="hit"} 2\n'),
  )
})
