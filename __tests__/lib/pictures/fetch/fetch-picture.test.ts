import { FETCH_LIMITS, fetchPicture } from '#lib/pictures/fetch/fetch-picture.ts'
import type { HostRules } from '#lib/pictures/fetch/resolve-host.ts'
import {
  drip,
  type PictureServer,
  redirectTo,
  startPictureServer,
  streamForEver,
} from '../../../support/picture-server.ts'

const STRICT: HostRules = { allowHosts: [], allowLoopback: false }
const TEST: HostRules = { allowHosts: [], allowLoopback: true }
const LARGE = Buffer.alloc(14_000_000, 'picture')
const SHORT = { ...FETCH_LIMITS, milliseconds: 400 }

const read = async (url: string, rules: HostRules) => String((await fetchPicture(url, rules)).bytes)

let server: PictureServer
beforeAll(async () => {
  server = await startPictureServer({
    '/a.jpg': Buffer.from('bytes'),
    '/one-hop': redirectTo('/a.jpg'),
    '/to-metadata': redirectTo('http://169.254.169.254/latest/meta-data/'),
    '/to-private': redirectTo('http://10.0.0.1/a.jpg'),
    '/to-file': redirectTo('file:///etc/passwd'),
    '/loop': redirectTo('/loop'),
    '/endless': streamForEver,
    '/large': LARGE,
    '/to-this-machine': (response, request) => redirectTo(`${server.url}/a.jpg`)(response, request),
    '/drip': drip,
    '/large-drip': (response) => {
      drip(response)
      response.write(Buffer.alloc(3_000_000))
    },
    '/silent': () => {},
    '/packed': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
    '/huge': (response) => response.writeHead(200, { 'content-length': '10000000000' }).write('x'),
    '/broken-off': (response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('x')
      setTimeout(() => response.destroy(), 20)
    },
  })
})
afterAll(() => server.close())
beforeEach(() => {
  server.asked.length = 0
})

describe('what may be fetched', () => {
  it('is fetched, over a redirect too', async () => {
    const direct = await fetchPicture(`${server.url}/a.jpg`, TEST)
    const redirected = await fetchPicture(`${server.url}/one-hop`, TEST)
    expect([direct, redirected].map(({ bytes }) => String(bytes))).toEqual(['bytes', 'bytes'])
    expect(server.asked).toEqual(['/a.jpg', '/one-hop', '/a.jpg'])
  })

  it('is asked for at the address that was checked, under the name that was written', async () => {
    const lookupHost = async () => ['127.0.0.1']
    const url = `http://pictures.example:${server.port}/a.jpg`
    expect(await read(url, { ...TEST, lookupHost })).toBe('bytes')
  })
})

describe('this machine and the nets behind it', () => {
  it.each([
    'http://127.0.0.1:{port}/a.jpg',
    'http://localhost:{port}/a.jpg',
    'http://2130706433:{port}/a.jpg',
    'http://0x7f.1:{port}/a.jpg',
    'http://0177.0.0.1:{port}/a.jpg',
    'http://127.1:{port}/a.jpg',
    'http://[::1]:{port}/a.jpg',
    'http://[::ffff:127.0.0.1]:{port}/a.jpg',
    'http://127.0.0.1.:{port}/a.jpg',
    'http://０.０.０.０:{port}/a.jpg',
  ])('are out of reach at %s', async (template) => {
    const fetching = fetchPicture(template.replace('{port}', String(server.port)), STRICT)
    await expect(fetching).rejects.toThrow('is not on the public internet')
    expect(server.asked).toEqual([])
  })

  it.each(['/to-metadata', '/to-private'])('are out of reach over a redirect: %s', async (path) => {
    await expect(fetchPicture(server.url + path, TEST)).rejects.toThrow('is not on the public internet')
    expect(server.asked).toEqual([path])
  })

  it('are out of reach over a redirect to 127.0.0.1 by a host that may be asked', async () => {
    const hops: boolean[] = []
    const rules = {
      ...STRICT,
      get allowLoopback() {
        return hops.push(true) === 1
      },
    }
    const fetching = fetchPicture(`${server.url}/to-this-machine`, rules)
    await expect(fetching).rejects.toThrow('127.0.0.1 is not on the public internet')
    expect(server.asked).toEqual(['/to-this-machine'])
  })

  it('are out of reach over a redirect of a public host', async () => {
    const lookupHost = async (host: string) => [host === 'pictures.example' ? '127.0.0.1' : '10.0.0.1']
    const url = `http://pictures.example:${server.port}/one-hop`
    await expect(fetchPicture(url, { ...STRICT, lookupHost })).rejects.toThrow(
      'is not on the public internet',
    )
    expect(server.asked).toEqual([])
  })

  it('are out of reach of a name with one good address and one bad', async () => {
    const lookupHost = async () => ['93.184.216.34', '127.0.0.1']
    await expect(fetchPicture('http://both.example/a.jpg', { ...STRICT, lookupHost })).rejects.toThrow(
      'both.example is not on the public internet',
    )
  })

  it('are out of reach of a name whose answer changes: it is asked once for each hop', async () => {
    const answers = [['127.0.0.1'], ['169.254.169.254']]
    const lookupHost = async () => answers.shift() ?? []
    const url = `http://rebind.example:${server.port}/one-hop`
    await expect(fetchPicture(url, { ...TEST, lookupHost })).rejects.toThrow('is not on the public internet')
    expect(server.asked).toEqual(['/one-hop'])
    expect(answers).toEqual([])
  })
})

describe('addresses that are none of the web', () => {
  it.each(['file:///etc/passwd', 'ftp://pictures.example/a.jpg', 'data:image/png;base64,AAAA', 'a.jpg'])(
    'refuses %s',
    async (url) => {
      await expect(fetchPicture(url, TEST)).rejects.toMatchObject({ lasting: true })
    },
  )

  it('refuses a redirect to a file', async () => {
    await expect(fetchPicture(`${server.url}/to-file`, TEST)).rejects.toThrow('not one of the web')
  })

  it('refuses an address with a password in it', async () => {
    await expect(fetchPicture('http://me:secret@pictures.example/', TEST)).rejects.toThrow('password')
  })
})

describe('ports of other services', () => {
  it.each([22, 25, 110, 993])('are not spoken to: %d', async (port) => {
    const url = `http://127.0.0.1:${port}/a.jpg`
    await expect(fetchPicture(url, TEST)).rejects.toThrow('the port of another service')
  })
})

describe('images.allowHosts', () => {
  const rules: HostRules = { ...TEST, allowHosts: ['example.org'], lookupHost: async () => ['127.0.0.1'] }

  it.each(['example.org', 'pictures.example.org'])('lets %s through', async (host) => {
    expect(await read(`http://${host}:${server.port}/a.jpg`, rules)).toBe('bytes')
  })

  it.each(['example.com', 'evil-example.org', 'example.org.evil.test'])('refuses %s', async (host) => {
    await expect(fetchPicture(`http://${host}:${server.port}/a.jpg`, rules)).rejects.toThrow('allowHosts')
  })

  it('holds on every hop', async () => {
    const narrow = { ...TEST, allowHosts: ['127.0.0.1'] }
    await expect(fetchPicture(`${server.url}/to-metadata`, narrow)).rejects.toThrow('allowHosts')
  })
})

describe('limits', () => {
  it.each([
    ['/endless', 'larger than 1 MB'],
    ['/huge', 'larger than 1 MB'],
    ['/loop', 'redirected more than 5 times'],
    ['/packed', 'packed'],
  ])('refuses %s: %s', async (path, message) => {
    const limits = { ...FETCH_LIMITS, bytes: 1_000_000 }
    await expect(fetchPicture(server.url + path, TEST, limits)).rejects.toThrow(message)
  })

  it('reads no more of an endless stream than it may', async () => {
    await expect(fetchPicture(`${server.url}/endless`, TEST)).rejects.toThrow('larger than 15 MB')
  })

  it('reads a large picture whole', async () => {
    expect(LARGE.equals((await fetchPicture(`${server.url}/large`, TEST)).bytes)).toBe(true)
  })

  it.each(['/drip', '/silent'])('waits no longer than it may for %s', async (path) => {
    await expect(fetchPicture(server.url + path, TEST, SHORT)).rejects.toMatchObject({
      message: 'the server took too long',
      lasting: false,
    })
  })

  it('waits no longer than it may in the line of large ones', async () => {
    const fetching = [400, 300, 500].map((milliseconds) =>
      fetchPicture(`${server.url}/large-drip`, TEST, { ...FETCH_LIMITS, milliseconds }),
    )
    for (const result of await Promise.allSettled(fetching)) {
      expect(result).toMatchObject({ reason: { message: 'the server took too long', lasting: false } })
    }
  })

  it('waits no longer than it may for a name server', async () => {
    const rules = { ...TEST, lookupHost: () => new Promise<string[]>(() => {}) }
    await expect(fetchPicture('http://slow.example/', rules, SHORT)).rejects.toThrow('took too long')
  })
})

it.each([
  ['/missing.jpg', 'the server answered 404'],
  ['/broken-off', 'the connection failed'],
])('gives %s another try later: %s', async (path, message) => {
  await expect(fetchPicture(server.url + path, TEST)).rejects.toMatchObject({ message, lasting: false })
})
