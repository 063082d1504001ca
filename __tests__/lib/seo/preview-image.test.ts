import { themeSchema } from '#lib/config/theme.ts'
import { getPost, getSite } from '#lib/queries/queries.ts'
import { getShareImage, listSearchImages, toPreviewImage } from '#lib/seo/preview-image.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { makeJpeg } from '../../support/hostile-pictures.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const image = (src: string) => ({ src, alt: 'The pier', caption: '', credit: '', focalPoint: null })

describe('a picture nobody has looked at', () => {
  it.each([
    ['/media/pier.jpg', '/media/pier.jpg'],
    ['pier.jpg', '/media/posts/2026/pier.jpg'],
    ['https://pictures.example/pier.jpg', 'https://pictures.example/pier.jpg'],
  ])('%s is shared as it is, from %s', (src, url) => {
    expect(toPreviewImage(image(src), 'posts/2026/pier.md')).toEqual({ url, alt: 'The pier' })
  })

  it.each(['data:image/png;base64,AAAA', '../../../etc/passwd', 'javascript:alert(1)'])(
    '%s is not shared',
    (src) => {
      expect(toPreviewImage(image(src), 'posts/2026/pier.md')).toBeNull()
    },
  )

  it('is none where there is none', () => {
    expect(toPreviewImage(null, 'posts/a.md')).toBeNull()
  })
})

describe('a story’s picture, looked at', () => {
  const paper = setUpPaper({
    'posts/large.md': toPostText({ title: 'Large', image: '/media/large.jpg', image_alt: 'A pier' }),
    'posts/small.md': toPostText({ title: 'Small', image: '/media/small.jpg' }),
    'posts/none.md': toPostText({ title: 'None' }),
  })
  beforeAll(async () => {
    paper.write('media/large.jpg', await makeJpeg(2000, 1300))
    paper.write('media/small.jpg', await makeJpeg(500, 90))
  })

  async function getStory(slug: string) {
    const post = await getPost(slug, NOW)
    if (post === null) throw new Error(`no story ${slug}`)
    return post
  }

  it('is shared cut to what every reader of links takes', async () => {
    const shared = getShareImage(await getStory('large'), await getSite())
    expect(shared).toMatchObject({ alt: 'A pier', width: 1200, height: 630, type: 'image/jpeg' })
    expect(shared.url).toMatch(/^\/media\/p\/[0-9a-f]{20}\/og\.jpg$/)
    expect(toPreviewImage((await getStory('large')).image, 'posts/large.md')).toEqual(shared)
  })

  it.each(['small', 'none'])('gives way to a card where it is no use: %s', async (slug) => {
    const story = await getStory(slug)
    const shared = getShareImage(story, await getSite())
    expect(shared).toMatchObject({ alt: story.title, width: 1200, height: 630, type: 'image/jpeg' })
    expect(shared.url).toMatch(new RegExp(`^/media/card/${slug}/[0-9a-f]{20}\\.jpg$`))
  })

  it('has another card for other words', async () => {
    const story = await getStory('none')
    const site = await getSite()
    const { url } = getShareImage(story, site)
    expect(getShareImage({ ...story, title: 'Nothing' }, site).url).not.toBe(url)
    expect(getShareImage(story, { ...site, name: 'Another Paper' }).url).not.toBe(url)
  })

  it('has another card in other colours', async () => {
    const story = await getStory('none')
    const site = await getSite()
    const theme = themeSchema.parse({ colours: { accent: { light: '#0b5a2b', dark: '#8fe0ae' } } })
    expect(getShareImage(story, { ...site, theme }).url).not.toBe(getShareImage(story, site).url)
  })

  it('is shown to search engines in three shapes', async () => {
    const shapes = listSearchImages(await getStory('large')).map(({ url, width, height }) => [
      url.split('/').at(-1),
      width,
      height,
    ])
    expect(shapes).toEqual([
      ['16x9.jpg', 1600, 900],
      ['4x3.jpg', 1600, 1200],
      ['1x1.jpg', 1200, 1200],
    ])
  })

  it.each(['small', 'none'])(
    'is not shown to them where it is too small, nor is a card: %s',
    async (slug) => {
      expect(listSearchImages(await getStory(slug))).toEqual([])
      expect(peekIndex().status).toBe('ok')
    },
  )
})
