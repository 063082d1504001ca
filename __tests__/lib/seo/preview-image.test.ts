import { toPreviewImage } from '#lib/seo/preview-image.ts'

const image = (src: string) => ({ src, alt: 'The pier', caption: '', credit: '', focalPoint: null })

it.each([
  ['/media/pier.jpg', '/media/pier.jpg'],
  ['pier.jpg', '/media/posts/2026/pier.jpg'],
  ['https://pictures.example/pier.jpg', 'https://pictures.example/pier.jpg'],
])('finds %s at %s', (src, url) => {
  expect(toPreviewImage(image(src), 'posts/2026/pier.md')).toEqual({ url, alt: 'The pier' })
})

it.each(['data:image/png;base64,AAAA', '../../../etc/passwd.jpg', 'javascript:alert(1)'])(
  'has none for %s',
  (src) => {
    expect(toPreviewImage(image(src), 'posts/2026/pier.md')).toBeNull()
  },
)

it('has none where there is none', () => {
  expect(toPreviewImage(null, 'posts/a.md')).toBeNull()
})
