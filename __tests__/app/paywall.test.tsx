import { renderToStaticMarkup } from 'react-dom/server'
import { defaultSite } from '#lib/config/site.ts'
import { answerMessage } from '#lib/mcp/answer-message.ts'
import { GET as getLlms } from '../../app/llms.txt/route.ts'
import { GET as getMarkdown } from '../../app/posts/[slug]/markdown/route.ts'
import ArticlePage from '../../app/posts/[slug]/page.tsx'
import { fetchFeed } from '../support/fetch-feed.ts'
import { toPostText } from '../support/paper.ts'
import { setUpPaper } from '../support/test-paper.ts'

setUpPaper({
  'site.yaml': 'name: The Packet\nsubscribe: /join\nfeeds: {content: full}\n',
  'posts/paid.md': toPostText(
    { title: 'Paid', access: 'subscribers', section: 'News' },
    'The first words are free.\n\n<!-- paywall -->\n\nThe secret is below the quay.\n',
  ),
})

const request = new Request('https://paper.example/')
const params = <Values,>(values: Values) => ({ params: Promise.resolve(values) })

it.each<[string, () => Promise<string>]>([
  ['the page', async () => renderToStaticMarkup(await ArticlePage(params({ slug: 'paid' })))],
  ['RSS', async () => (await fetchFeed('/feed.xml')).text()],
  ['Atom', async () => (await fetchFeed('/atom.xml')).text()],
  ['JSON Feed', async () => (await fetchFeed('/feed.json')).text()],
  ['the Markdown version', async () => (await getMarkdown(request, params({ slug: 'paid' }))).text()],
  [
    'what agents fetch',
    async () =>
      JSON.stringify(
        await answerMessage(
          '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"fetch","arguments":{"id":"paid"}}}',
          defaultSite,
          new Date(),
        ),
      ),
  ],
])('%s ends where the free part does, and says so', async (_where, read) => {
  const text = await read()
  expect(text).toContain('The first words are free.')
  expect(text).toContain('The rest of this story is for subscribers.')
  expect(text).not.toContain('The secret')
})

it('tells agents nothing more in the list of stories', async () => {
  expect(await (await getLlms()).text()).not.toContain('The secret')
})
