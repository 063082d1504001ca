import { GET as getXsl } from '../../../app/feed.xsl/route.ts'
import { GET as getWords } from '../../../app/feed-words.css/route.ts'
import { listElements, listTexts, readXml } from '../../support/read-xml.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const paper = setUpPaper({ 'site.yaml': 'name: The Packet\n' })

it('shows a person who opens a feed, RSS or Atom, its stories and the way to the paper', async () => {
  const xsl = readXml(await (await getXsl()).text())
  expect(xsl.name).toBe('xsl:stylesheet')
  const matches = listElements(xsl, 'xsl:template').map(({ attributes }) => attributes.match)
  expect(matches).toEqual(['/', 'item', 'atom:entry'])
  expect(listElements(xsl, 'a').map(({ attributes }) => attributes.href)).toContain('{$home}')
})

it.each([
  ['en', 'ltr', 'This is a feed. Copy its address into a feed reader'],
  ['fr', 'ltr', 'Ceci est un flux. Copiez son adresse dans un lecteur de flux'],
  ['ar', 'rtl', 'هذه خلاصة أخبار. انسخ عنوانها إلى قارئ الخلاصات'],
])('says what a feed is in the paper’s language, %s, with XSLT and without', async (language, dir, note) => {
  paper.write('site.yaml', `name: The Packet\nlanguage: ${language}\n`)
  await paper.sync()
  const xsl = readXml(await (await getXsl()).text())
  expect(listElements(xsl, 'html').map(({ attributes }) => attributes)).toEqual([{ lang: language, dir }])
  expect(listTexts(xsl, 'xsl:text')[0]).toContain(note)
  const words = await (await getWords()).text()
  expect(words).toContain(`direction: ${dir}`)
  expect(words).toContain(`::after { content: "${note}`)
})
