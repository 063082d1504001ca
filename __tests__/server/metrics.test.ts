import { fetchRaw } from '../support/fetch-raw.ts'
import { createPaper } from '../support/paper.ts'
import { NAMED_SETTINGS, type SharedSite, setUpSharedSite } from '../support/shared-sites.ts'
import { findFreePort, type SiteServer, startSite } from '../support/site-server.ts'

const TOKEN = NAMED_SETTINGS.METRICS_TOKEN

type Row = [name: string, site: SharedSite | Record<string, string>, onSite: number, onOwn: number | null]

describe.each<Row>([
  ['nothing set', 'local', 404, null],
  ['METRICS_TOKEN', 'named', 401, null],
  ['METRICS_PORT', {}, 404, 200],
  ['both', { METRICS_TOKEN: TOKEN }, 401, 401],
])('%s', (name, settings, onSite, onOwn) => {
  const hasToken = name === 'METRICS_TOKEN' || name === 'both'
  const paper = createPaper()
  const shared = typeof settings === 'string' ? setUpSharedSite(settings) : null
  let own: SiteServer | undefined
  let ownUrl = ''
  let url = ''

  beforeAll(async () => {
    const port = String(await findFreePort())
    ownUrl = `http://127.0.0.1:${port}`
    if (typeof settings !== 'string') own = await startSite(paper, { ...settings, METRICS_PORT: port })
    url = shared?.url ?? own?.url ?? ''
  })
  afterAll(async () => {
    await own?.stop()
    paper.close()
  })

  it('a request from this machine, as a proxy sends it without telling of its client', async () => {
    const { status, body } = await fetchRaw(`${url}/metrics`)
    expect(status).toBe(onSite)
    expect(body.toString()).not.toContain('broadsheet_')
  })

  it.each(['127.0.0.1', '::1', 'localhost'])('no header line opens it: %s', async (address) => {
    const headers = { 'X-Forwarded-For': address, 'X-Real-IP': address, Forwarded: `for=${address}` }
    expect((await fetchRaw(`${url}/metrics`, { headers })).status).toBe(onSite)
  })

  it.each(['/metrics?a=b', '/%6detrics'])('%s is the same', async (path) => {
    expect((await fetchRaw(url + path)).status).toBe(onSite)
  })

  it('who knows the token is shown the figures, where there is one', async () => {
    const headers = { Authorization: `Bearer ${TOKEN}` }
    const { status, body } = await fetchRaw(`${url}/metrics`, { headers })
    expect(status).toBe(hasToken ? 200 : 404)
    expect(body.toString().includes('broadsheet_requests_total')).toBe(hasToken)
  })

  it('another token is refused, with the scheme to use', async () => {
    const answer = await fetchRaw(`${url}/metrics`, { headers: { Authorization: 'Bearer another' } })
    expect(answer.status).toBe(onSite)
    expect(answer.headers['www-authenticate']).toBe(onSite === 401 ? 'Bearer' : undefined)
  })

  it('the port of its own has nothing else', async () => {
    if (onOwn === null) {
      await expect(fetchRaw(`${ownUrl}/metrics`)).rejects.toThrow('ECONNREFUSED')
      return
    }
    const headers = { Authorization: `Bearer ${TOKEN}` }
    expect((await fetchRaw(`${ownUrl}/metrics`)).status).toBe(onOwn)
    const { status, body } = await fetchRaw(`${ownUrl}/metrics`, { headers })
    expect(status).toBe(200)
    expect(body.toString()).toContain('broadsheet_requests_total')
    expect((await fetchRaw(`${ownUrl}/`)).status).toBe(404)
    expect((await fetchRaw(`${ownUrl}/metrics`, { method: 'POST' })).status).toBe(405)
  })
})
