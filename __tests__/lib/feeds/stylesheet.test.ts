import { GET as getWords } from '../../../app/feed-words.css/route.ts'
import { fetchFeed } from '../../support/fetch-feed.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const paper = setUpPaper({ 'site.yaml': 'name: The Packet\n' })

it('is shown by style sheets alone: Chromium warns of XSLT above every feed', async () => {
  const text = await (await fetchFeed('/feed.xml')).text()
  expect(text.match(/<\?xml-stylesheet[^?]*\?>/g)).toEqual([
    '<?xml-stylesheet type="text/css" href="/feed.css"?>',
    '<?xml-stylesheet type="text/css" href="/feed-words.css"?>',
  ])
})

it.each([
  ['en', 'ltr', 'This is a feed. Copy its address into a feed reader'],
  ['fr', 'ltr', 'Ceci est un flux. Copiez son adresse dans un lecteur de flux'],
  ['ar', 'rtl', 'هذه خلاصة أخبار. انسخ عنوانها إلى قارئ الخلاصات'],
])('says what a feed is in the paper’s language, %s', async (language, dir, note) => {
  paper.write('site.yaml', `name: The Packet\nlanguage: ${language}\n`)
  await paper.sync()
  const words = await (await getWords()).text()
  expect(words).toContain(`direction: ${dir}`)
  expect(words).toContain(`::after { content: "${note}`)
})
