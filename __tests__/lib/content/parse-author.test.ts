import { defaultSite } from '#lib/config/site.ts'
import { parseAuthor } from '#lib/content/parse-author.ts'

function parse(text: string, path = 'authors/ada-quill.md') {
  return parseAuthor({ path, bytes: Buffer.from(text) }, defaultSite)
}

it('reads a person', () => {
  const keys = 'name: Ada Quill\ntitle: Harbour correspondent\nphoto: ada.jpg\nwebsite: https://ada.example'
  expect(parse(`---\n${keys}\n---\nAda has watched the tide since 1998.\n`)).toMatchObject({
    author: {
      slug: 'ada-quill',
      name: 'Ada Quill',
      role: 'Harbour correspondent',
      description: 'Ada has watched the tide since 1998.',
      body: 'Ada has watched the tide since 1998.',
      bodyLine: 7,
      image: { src: 'ada.jpg' },
      links: ['https://ada.example/'],
    },
    problems: [],
  })
})

it.each([
  ['title: Ada Quill\nrole: Editor', { name: 'Ada Quill', role: 'Editor' }],
  ['name: Ada Quill\nposition: Editor', { name: 'Ada Quill', role: 'Editor' }],
  ['first_name: Pat\nlast_name: Reed\ntitle: Editor', { name: 'Pat Reed', role: 'Editor' }],
  ['firstName: Pat\nlastName: Reed\nprofile_image: pat.jpg', { name: 'Pat Reed', image: { src: 'pat.jpg' } }],
  ['bio: She writes.', { name: 'Ada quill', role: '', description: 'She writes.' }],
])('%j', (keys, expected) => {
  expect(parse(`---\n${keys}\n---\n`).author).toMatchObject(expected)
})

it.each([
  ['url: https://ada.example/a', ['https://ada.example/a']],
  ['twitter: "@ada"\nmastodon: https://quay.example/@ada', ['https://quay.example/@ada']],
  ['social:\n  github: https://github.example/ada\n  x: ada', ['https://github.example/ada']],
  [
    'links:\n  - https://a.example/\n  - {url: "https://b.example/"}\n  - https://a.example/',
    ['https://a.example/', 'https://b.example/'],
  ],
  ['website: javascript:alert(1)', []],
])('links of %j', (keys, links) => {
  expect(parse(`---\nname: Ada Quill\n${keys}\n---\n`).author?.links).toEqual(links)
})

it.each([
  ['', 'person'],
  ['type: person', 'person'],
  ['type: organization', 'organization'],
  ['type: Organisation', 'organization'],
  ['kind: agency', 'organization'],
  ['type: page', 'person'],
])('%j is a %s', (keys, type) => {
  expect(parse(`---\nname: Coastal Wire\n${keys}\n---\n`).author?.type).toBe(type)
})

it.each([
  ['draft: true', false],
  ['published: false', false],
  ['visibility: private', false],
  ['status: draft', false],
  ['draft: false', true],
  ['status: on leave', true],
  ['active: false', true],
  ['state: Kent', true],
])('%s in the file of a writer: shown is %j', (key, isShown) => {
  expect(parse(`---\nname: Ada Quill\n${key}\n---\nAda writes.\n`).author !== null).toBe(isShown)
})
