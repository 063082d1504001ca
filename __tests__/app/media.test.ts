import { GET } from '../../app/media/[...path]/route.ts'
import { createPaper } from '../support/paper.ts'

const paper = createPaper({ 'media/the pier.jpg': 'JPEG', 'site.yaml': 'name: x' })

beforeAll(() => {
  process.env.CONTENT_DIR = paper.contentDir
})

afterAll(() => paper.close())

const get = (path: string[], headers: Record<string, string> = {}) =>
  GET(new Request('http://localhost/media/x', { headers }), { params: Promise.resolve({ path }) })

describe('a picture', () => {
  it('is served as what it is, for an hour', async () => {
    const response = await get(['the%20pier.jpg'])
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('JPEG')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': '4',
      'cache-control': 'public, max-age=3600',
      'x-content-type-options': 'nosniff',
      'last-modified': expect.stringMatching(/GMT$/),
    })
  })

  it('is not sent again to a reader who has it', async () => {
    const { headers } = await get(['the%20pier.jpg'])
    const again = await get(['the%20pier.jpg'], { 'if-none-match': headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('etag')).toBe(headers.get('etag'))
  })

  it.each([
    ['nothing.jpg'],
    ['..%2Fsite.yaml'],
    ['%2e%2e%2fmedia%2fthe%20pier.jpg'],
    ['%2Fetc%2Fx.jpg'],
    ['the%20pier.jpg%00.png'],
    ['%ff.jpg'],
  ])('is not found at %s', async (segment) => {
    expect((await get([segment])).status).toBe(404)
  })
})
