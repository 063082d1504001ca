import { renderToStaticMarkup } from 'react-dom/server'
import { getPost } from '#lib/queries/queries.ts'
import { Picture, PicturePreload } from '../../app/_components/Picture.tsx'
import { toLeadSizes } from '../../app/_components/picture-slots.ts'
import { getLeadSet, renderLeadFigure } from '../../app/_story/render-lead-figure.ts'
import { makeJpeg } from '../support/hostile-pictures.ts'
import { toPostText } from '../support/paper.ts'
import { setUpPaper } from '../support/test-paper.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const paper = setUpPaper({
  'posts/near.md': toPostText({ image: '/media/near.jpg' }),
  'posts/far.md': toPostText({ title: 'Far', image: 'https://pictures.example/far.jpg' }),
})
beforeAll(async () => {
  paper.write('media/near.jpg', await makeJpeg(900, 1200))
  await getPost('near', NOW)
  await getPost('far', NOW)
})

const near = {
  src: '/media/near.jpg',
  alt: 'A pier',
  caption: 'The pier.',
  credit: 'Ada Quill',
  focalPoint: null,
}
const far = { ...near, src: 'https://pictures.example/far.jpg' }
const sourceFile = 'posts/near.md'

it('has a lead picture fetched before the page is read', () => {
  const set = getLeadSet(near, sourceFile)
  if (set === null) throw new Error('Nothing is known of the picture')
  expect(renderToStaticMarkup(<PicturePreload set={set} sizes="92vw" />)).toMatch(
    /^<link rel="preload" as="image" type="image\/avif" imageSrcSet="[^"]+\/320\.avif 320w, [^"]+" imageSizes="92vw" fetchPriority="high"\/>$/,
  )
  expect(getLeadSet(far, 'posts/far.md')).toBeNull()
})

it('gives a lead picture its measures, its words, and the first place in the queue', () => {
  const html = renderLeadFigure(near, sourceFile)
  expect(html).toMatch(/^<figure class="lead-figure"><picture/)
  expect(html.match(/<source type="[^"]+" srcset="[^"]+" sizes="[^">]+">/g)).toHaveLength(2)
  expect(html).toMatch(/alt="A pier" width="900" height="1200" data-tone="#7f5a3d" loading="eager"/)
  expect(html).toContain('data-tone="#7f5a3d" loading="eager" decoding="async" fetchpriority="high"')
  expect(html).toContain('<figcaption>The pier. <bdi class="credit">Ada Quill</bdi></figcaption>')
  expect(html).not.toContain('style=')
})

it('cuts a card’s picture to the card, and lets it wait', () => {
  const html = renderToStaticMarkup(
    <Picture image={near} sourceFile={sourceFile} alt="" loading="lazy" place="block-beside" />,
  )
  expect(html).not.toContain('preload')
  const sizes =
    '(min-width: 64rem) clamp(5.5rem, 9vw, 7.5rem), (min-width: 48rem) max(5.5rem, 11vw), max(5.5rem, 25vw)'
  expect(html.split(`sizes="${sizes}"/>`)).toHaveLength(3)
  expect(html).toContain('width="480" height="320" loading="lazy"')
  const widths = [...html.matchAll(/3x2-(\d+)\.avif/g)].map(([, width]) => width)
  expect(widths).toEqual(['120', '200', '320', '480'])
})

it('offers AVIF before WebP, and JPEG to everyone', () => {
  const html = renderToStaticMarkup(
    <Picture image={near} sourceFile={sourceFile} alt="" loading="lazy" place="portrait" />,
  )
  expect([...html.matchAll(/<source type="([^"]+)"/g)].map(([, type]) => type)).toEqual([
    'image/avif',
    'image/webp',
  ])
  expect(html).toMatch(/<img src="\/media\/p\/[0-9a-f]{20}\/1x1-480\.jpg"/)
})

it.each([
  ['A pier', '<span class="picture picture-awaited" role="img" aria-label="A pier"></span>'],
  ['', '<span class="picture picture-awaited" aria-hidden="true"></span>'],
])('holds the place of a picture that is not here yet: %j', (alt, markup) => {
  const html = renderToStaticMarkup(
    <Picture image={far} sourceFile="posts/far.md" alt={alt} loading="lazy" place="onward" />,
  )
  expect(html).toBe(markup)
})

it.each([
  [{ width: 1600, height: 1067 }, '(min-width: 75rem) 56rem'],
  [{ width: 800, height: 1600 }, '(min-width: 75rem) 21rem'],
])('asks for %j no wider than it will stand', (picture, first) => {
  expect(toLeadSizes(picture)).toMatch(new RegExp(`^${first.replace(/[()]/g, '\\$&')}`))
})
