import { setUpSharedSite } from '../../support/shared-sites.ts'
import { speakRaw } from '../../support/speak-raw.ts'

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`
const listStatuses = (text: string) => (text.match(/(?<=HTTP\/1\.1 )\d+/g) ?? []).map(Number)
const getLocation = (text: string) => /^Location: (.*)\r$/im.exec(text)?.[1]

describe.each(['on', 'off'] as const)('addresses in another spelling, FAST_PATH=%s', (fastPath) => {
  const site = setUpSharedSite(`fast-path-${fastPath}`)

  const ask = async (path: string) => (await speakRaw(site.url, [get(path)])).text

  it.each([
    ['/./', '/'],
    ['/.', '/'],
    ['/..', '/'],
    ['/anything/../', '/'],
    ['/a/b/../../..', '/'],
    ['/a/%2e%2e/', '/'],
    ['/a/%2E.', '/'],
    ['/a/.%2e/posts/tide', '/posts/tide'],
    ['/posts/./tide', '/posts/tide'],
    ['/posts/tide/..', '/posts'],
    ['/posts/x/../tide', '/posts/tide'],
    ['//posts/tide', '/posts/tide'],
    ['/posts//tide', '/posts/tide'],
    ['/posts\\tide', '/posts/tide'],
    ['/a\\..\\posts/tide', '/posts/tide'],
    ['//other.example/x', '/other.example/x'],
    ['/\\other.example', '/other.example'],
    ['/.//other.example', '/other.example'],
    ['/a/..//other.example', '/other.example'],
    ['/posts/x/../tide?a=b', '/posts/tide?a=b'],
    ['/posts/tide#part', '/posts/tide'],
    ['/search?q=a#part', '/search?q=a'],
    ['/media/../posts/tide', '/posts/tide'],
    ['/media/p/../../metrics', '/metrics'],
    ['/_next/static/../../healthz', '/healthz'],
  ])('%s leads to %s', async (path, location) => {
    const text = await ask(path)
    expect(listStatuses(text)).toEqual([308])
    expect(getLocation(text)).toBe(location)
  })

  it.each(['/a/..%2f', '/a/%2e%2e%2fposts%2ftide', '/a/%252e%252e/', '/..;/', '/.../', '/%5C..%5C', '/%00'])(
    '%s is no page',
    async (path) => {
      const text = await ask(path)
      const [status = 0] = listStatuses(text)
      expect([308, 404]).toContain(status)
      if (status === 308) expect(getLocation(text)).toBe(path.slice(0, -1))
    },
  )

  it.each(['/posts/%74ide', '/%70osts/tid%65'])('%s is the same page', async (path) => {
    const text = await ask(path)
    expect(listStatuses(text)).toEqual([200])
    expect(text).toContain('High water')
  })
})
