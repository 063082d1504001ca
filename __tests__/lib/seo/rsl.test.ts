import { parseSite } from '#lib/config/parse/parse-site.ts'
import { getLicenseUrl, renderRsl } from '#lib/seo/rsl.ts'
import { listElements, listTexts, readXml } from '../../support/read-xml.ts'

const SITE_URL = 'https://paper.example'
const parse = (robots: string) =>
  parseSite(`name: The Packet\nemail: desk@paper.example\nrobots:\n  ${robots}\n`, 'site.yaml').site

it.each([
  ['ai: {training: refuse}', 'search ai-index ai-input', ['ai-train']],
  ['ai: refuse', 'search', ['ai-index ai-input ai-train']],
  ['ai: {people: refuse}', 'search ai-index ai-train', ['ai-input']],
  ['license: /terms', 'search ai-index ai-input ai-train', []],
])('puts the policy %j into RSL', (robots, permitted, prohibited) => {
  const xml = readXml(renderRsl(parse(robots), SITE_URL) ?? '')
  expect(xml).toMatchObject({ name: 'rsl', children: [{ name: 'content', attributes: { url: '/' } }] })
  expect(listTexts(xml, 'permits')).toEqual([permitted])
  expect(listTexts(xml, 'prohibits')).toEqual(prohibited)
  expect(listElements(xml, 'permits')[0]?.attributes).toEqual({ type: 'usage' })
  expect(listElements(xml, 'copyright')).toMatchObject([
    { text: 'The Packet', attributes: { type: 'organization', contactEmail: 'desk@paper.example' } },
  ])
})

it('names the terms of use by their whole address', () => {
  expect(listTexts(readXml(renderRsl(parse('license: /terms'), SITE_URL) ?? ''), 'terms')).toEqual([
    'https://paper.example/terms',
  ])
})

it.each([
  ['ai: allow', null],
  ['indexing: false', null],
  ['ai: {training: refuse}', 'https://paper.example/license.xml'],
  ['license: /terms', 'https://paper.example/license.xml'],
  ['license: https://law.example/packet.xml', 'https://law.example/packet.xml'],
])('%j leads crawlers to %s', (robots, url) => {
  expect(getLicenseUrl(parse(robots), SITE_URL)).toBe(url)
})
