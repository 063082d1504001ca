import { isValidPreview, toPreviewPath } from '#lib/routes/preview-path.ts'

const SECRET = 'a secret of the newsroom'
const EXPIRES = new Date('2026-06-15T12:00:00Z')
const BEFORE = new Date('2026-06-15T11:59:59.999Z')

function parse(path: string) {
  const [, , slug = '', expires = '', signature = ''] = path.split('/')
  return { slug: decodeURIComponent(slug), expires, signature }
}

const address = parse(toPreviewPath('潮 tide', EXPIRES, SECRET))

it('is valid until its last second', () => {
  expect(isValidPreview(address, SECRET, BEFORE)).toBe(true)
  expect(isValidPreview(address, SECRET, EXPIRES)).toBe(false)
})

it.each([
  ['another story', { ...address, slug: 'other' }],
  ['a later end', { ...address, expires: String(Number(address.expires) + 1) }],
  ['an end that is no number', { ...address, expires: `${address.expires}.0` }],
  [
    'an altered signature',
    { ...address, signature: address.signature.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) },
  ],
  ['a longer signature', { ...address, signature: `${address.signature}A` }],
  ['no signature', { ...address, signature: '' }],
])('is refused with %s', (_name, altered) => {
  expect(isValidPreview(altered, SECRET, BEFORE)).toBe(false)
})

it.each([
  ['another secret', 'another secret of the newsroom'],
  ['no secret', null],
])('is refused with %s', (_name, secret) => {
  expect(isValidPreview(address, secret, BEFORE)).toBe(false)
})
