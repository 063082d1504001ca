import type { OutgoingHttpHeaders } from 'node:http'
import { createRender } from '../../../server/next/find-and-render.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

setUpPaper({ 'posts/tide.md': toPostText({ aliases: '[/old/tide.html]' }) })

/** A site whose editors and strangers are answered as said, and what was asked for in which name. */
function openRender(forEditors: string | string[], headers: OutgoingHttpHeaders = {}) {
  const asked: string[] = []
  const answer = (name: string, texts: string | string[]) => async (url: string) => {
    const [text = ''] = [texts].flat().slice(asked.length).concat([texts].flat().slice(-1))
    asked.push(`${name} ${url}`)
    return { status: 200, headers, body: Buffer.from(text) }
  }
  const render = createRender({
    renderUncached: answer('editor', forEditors),
    renderCached: answer('stranger', 'whole'),
  })
  return { asked, render: (url: string) => render(url, new AbortController().signal) }
}

it('has a page rendered once, for everyone', async () => {
  const { asked, render } = openRender('page', { 'cache-control': 'private', 'content-type': 'text/html' })
  expect(await render('/posts/tide')).toEqual({
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: Buffer.from('page'),
  })
  expect(asked).toEqual(['editor /posts/tide'])
})

const UNFINISHED = '<div hidden><template id="B:0"></template></div>'

it('has a page that was sent before it was whole rendered again', async () => {
  const { asked, render } = openRender([UNFINISHED, 'page'])
  expect((await render('/posts/tide')).body.toString()).toBe('page')
  expect(asked).toEqual(['editor /posts/tide', 'editor /posts/tide'])
})

it('asks as a stranger for a page that never comes whole', async () => {
  const { asked, render } = openRender(UNFINISHED)
  expect((await render('/posts/tide')).body.toString()).toBe('whole')
  expect(asked).toEqual([...Array(3).fill('editor /posts/tide'), 'stranger /posts/tide'])
})

it('answers a redirect by itself', async () => {
  const { asked, render } = openRender('page')
  expect(await render('/old/tide.html')).toEqual({
    status: 308,
    headers: { location: '/posts/tide' },
    body: Buffer.of(),
  })
  expect(asked).toEqual([])
})

it('gives a page that says there is nothing its status', async () => {
  const { asked, render } = openRender('page')
  expect((await render('/posts/none')).status).toBe(404)
  expect(asked).toEqual(['editor /_missing?words=none'])
})

it('has what only scripts would fill replaced by the page for what is missing', async () => {
  const asked: string[] = []
  const render = createRender({
    renderUncached: async (url) => {
      asked.push(url)
      const [status, body] = url === '/ads.txt' ? [404, '<html id="__next_error__">'] : [200, 'missing']
      return { status, headers: {}, body: Buffer.from(body) }
    },
    renderCached: () => Promise.reject(new Error('Nobody asks as a stranger.')),
  })
  const rendered = await render('/ads.txt', new AbortController().signal)
  expect([rendered.status, rendered.body.toString(), asked]).toEqual([
    404,
    'missing',
    ['/ads.txt', '/_missing'],
  ])
})

it.each(['/posts/tide/', '/archive/2026/'])('leaves the spelling of %s to Next', async (path) => {
  const { asked, render } = openRender('page')
  await render(path)
  expect(asked).toEqual([`stranger ${path}`])
})

it('passes on the query a page uses', async () => {
  const { asked, render } = openRender('page')
  await render('/feed.xml?page=2')
  expect(asked).toEqual(['editor /_feed/feed.xml?page=2'])
})
