import { parseImage } from '#lib/content/fields/images.ts'

const plain = { alt: '', caption: '', credit: '', focalPoint: null }

describe('a picture in any of the ways it is written', () => {
  it.each([
    ['boat.jpg', { ...plain, src: 'boat.jpg' }],
    ['/media/boat', { ...plain, src: '/media/boat' }],
    ['//quay.example/boat.jpg', { ...plain, src: 'https://quay.example/boat.jpg' }],
    ['![A boat](media/boat.jpg)', { ...plain, src: 'media/boat.jpg', alt: 'A boat' }],
    ['img\\boat.jpg', { ...plain, src: 'img/boat.jpg' }],
    [
      { src: 'boat.jpg', alt: 'A *boat*' },
      { ...plain, src: 'boat.jpg', alt: 'A boat' },
    ],
    [
      { url: 'boat.jpg', caption: 'Off the quay', credit: 'Cy Reed' },
      { ...plain, src: 'boat.jpg', caption: 'Off the quay', credit: 'Cy Reed' },
    ],
    [
      { path: 'boat.jpg', focal_point: { x: '0.5', y: 0.25 } },
      { ...plain, src: 'boat.jpg', focalPoint: { x: 0.5, y: 0.25 } },
    ],
    [
      { image: 'boat.jpg', focalPoint: '50% 30%' },
      { ...plain, src: 'boat.jpg', focalPoint: { x: 0.5, y: 0.3 } },
    ],
    [
      { src: 'boat.jpg', focalPoint: '150% 30%' },
      { ...plain, src: 'boat.jpg' },
    ],
    [
      { src: 'boat.jpg', focalPoint: 'left' },
      { ...plain, src: 'boat.jpg' },
    ],
    [[null, { url: 'a.png' }, 'b.png'], { ...plain, src: 'a.png' }],
    [['a.png', 'b.png'], { ...plain, src: 'a.png' }],
  ])('%j', (value, image) => {
    expect(parseImage([{ key: 'image', value }], {})).toEqual({ value: image, diagnostics: [] })
  })
})

it.each([
  [{ src: 'boat.jpg', title: 'At sea' }, {}, { caption: 'At sea' }],
  [{ src: 'boat.jpg', description: 'A boat' }, {}, { alt: 'A boat' }],
  ['boat.jpg', { alt: 'A boat', caption: 'At sea' }, { alt: 'A boat', caption: 'At sea' }],
  ['boat.jpg', { image_source: 'Ada / Wire' }, { credit: 'Ada / Wire' }],
  ['boat.jpg', { image_source: 'https://quay.example/boat' }, { credit: '' }],
  ['boat.jpg', { photo_credit: 'Ada', photo_caption: 'At sea' }, { credit: 'Ada', caption: 'At sea' }],
  ['boat.jpg', { bildunterschrift: 'Auf See', bildquelle: 'Ada' }, { caption: 'Auf See', credit: 'Ada' }],
  ['boat.jpg', { pie_de_foto: 'En el mar' }, { caption: 'En el mar' }],
  ['boat.jpg', { подпись: 'В море' }, { caption: 'В море' }],
])('the words of %j beside %j', (value, beside, words) => {
  expect(parseImage([{ key: 'image', value }], beside).value).toMatchObject(words)
})

it('a path within a tag of a template', () => {
  const value = "{{ '/img/boat.jpg' | relative_url }}"
  expect(parseImage([{ key: 'image', value }], {}).value?.src).toBe('/img/boat.jpg')
})

it.each([null, '', 'false', 'none', [], {}, { alt: 'No address' }])('%j is no picture', (value) => {
  expect(parseImage([{ key: 'image', value }], {})).toEqual({ value: null, diagnostics: [] })
})

it.each([
  'boat-at-the-quay',
  'javascript:alert(1)/x.jpg',
  'data:image/png;base64,AAAA',
  'file:///etc/boat.jpg',
])('%s is told to be none', (value) => {
  const { value: image, diagnostics } = parseImage([{ key: 'cover', value }], {})
  expect(image).toBeNull()
  expect(diagnostics).toMatchObject([{ severity: 'warning', field: 'cover' }])
})

it.each([
  [{ feature_image_alt: 'A boat', feature_image_caption: 'At sea' }, 'feature_image'],
  [{ coverImageAlt: 'A boat', coverImageCaption: 'At sea' }, 'coverImage'],
])('words beside the key: %j', (beside, key) => {
  expect(parseImage([{ key, value: 'boat.jpg' }], beside).value).toMatchObject({
    alt: 'A boat',
    caption: 'At sea',
  })
})
