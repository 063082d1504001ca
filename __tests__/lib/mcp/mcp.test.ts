import { defaultSite } from '#lib/config/site.ts'
import { answerMessage } from '#lib/mcp/answer-message.ts'
import { createRateLimit } from '#lib/mcp/rate-limit.ts'
import { renderAiCatalog, renderServerCard } from '#lib/mcp/server-card.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

setUpPaper({
  'site.yaml': 'name: The Packet\n',
  'posts/ferry.md': toPostText({
    title: 'Ferry',
    date: '2026-01-03T08:00:00Z',
    section: 'Harbour',
    authors: '[Ada Quill]',
    aliases: '[/2026/ferry.html]',
  }),
  'posts/wall.md': toPostText({ title: 'Wall', date: '2026-01-02T08:00:00Z' }),
  'posts/soon.md': toPostText({ title: 'Soon', date: '2199-01-01T00:00:00Z' }),
  'posts/draft.md': toPostText({ title: 'Draft', draft: 'true' }),
})

const NOW = new Date('2026-02-01T00:00:00Z')
const SITE = { ...defaultSite, name: 'The Packet', tagline: 'News of the quay' }
const send = (message: object) =>
  answerMessage(JSON.stringify({ jsonrpc: '2.0', id: 7, ...message }), SITE, NOW)
const call = (name: string, given: object) =>
  send({ method: 'tools/call', params: { name, arguments: given } })

it.each([
  ['2025-06-18', '2025-06-18'],
  ['1999-01-01', '2025-11-25'],
])('speaks the revision %s as %s', async (asked, spoken) => {
  expect(await send({ method: 'initialize', params: { protocolVersion: asked } })).toEqual({
    jsonrpc: '2.0',
    id: 7,
    result: {
      protocolVersion: spoken,
      capabilities: { tools: {} },
      serverInfo: { name: 'broadsheet', title: 'The Packet', version: '1.0.0' },
      instructions: 'News of the quay',
    },
  })
})

it('has tools that read, and no others', async () => {
  expect(await send({ method: 'tools/list' })).toMatchObject({
    result: {
      tools: [
        { name: 'search', annotations: { readOnlyHint: true } },
        { name: 'latest', annotations: { readOnlyHint: true } },
        { name: 'fetch', annotations: { readOnlyHint: true } },
      ],
    },
  })
})

it.each([
  [{}, ['ferry', 'wall']],
  [{ limit: 1 }, ['ferry']],
  [{ section: 'harbour' }, ['ferry']],
])('lists the latest live stories: %j', async (given, slugs) => {
  const results = slugs.map((id) => expect.objectContaining({ id, url: `https://paper.example/posts/${id}` }))
  expect(await call('latest', given)).toMatchObject({
    result: { structuredContent: { results }, isError: false },
  })
})

it.each([
  [{ query: 'ferry' }, ['ferry']],
  [{ query: 'ferry', section: 'harbour' }, ['ferry']],
  [{ query: 'wall', section: 'harbour' }, []],
  [{ query: 'soon' }, []],
])('finds live stories: %j', async (given, slugs) => {
  const found = await call('search', given)
  expect(found).toMatchObject({ result: { isError: false, structuredContent: { total: slugs.length } } })
  expect(found).toMatchObject({
    result: { structuredContent: { results: slugs.map((id) => expect.objectContaining({ id })) } },
  })
})

it.each([
  'ferry',
  '/posts/ferry',
  'https://paper.example/posts/ferry',
  '/posts/ferry.md',
  '/2026/ferry.html',
])('fetches a story by %s', async (id) => {
  expect(await call('fetch', { id })).toMatchObject({
    result: {
      structuredContent: { id: 'ferry', title: 'Ferry', text: expect.stringMatching(/^---\ntitle: Ferry\n/) },
      isError: false,
    },
  })
})

it.each([
  ['search', { query: ' ' }],
  ['search', { query: 'ferry', page: 21 }],
  ['fetch', { id: 'soon' }],
  ['fetch', { id: 'draft' }],
  ['fetch', { id: '%ff' }],
  ['fetch', {}],
  ['latest', { limit: 1000 }],
  ['latest', { section: 'none' }],
])('tells the model what is wrong with %s %j', async (name, given) => {
  expect(await call(name, given)).toMatchObject({ result: { isError: true } })
})

it.each([
  ['not json', -32700, null],
  ['{"jsonrpc":"1.0"}', -32600, null],
  ['[]', -32600, null],
  ['{"jsonrpc":"2.0","id":1,"method":"none"}', -32601, 1],
  ['{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"none"}}', -32602, 1],
])('answers %s with the error %i', async (text, code, id) => {
  expect(await answerMessage(text, SITE, NOW)).toMatchObject({ id, error: { code } })
})

it('answers no notification', async () => {
  const text = '{"jsonrpc":"2.0","method":"notifications/initialized"}'
  expect(await answerMessage(text, SITE, NOW)).toBeNull()
})

it('lets so many messages through, and says when to ask again', () => {
  const take = createRateLimit(2, 60_000)
  expect([take(0), take(1)]).toEqual([{ isFree: true }, { isFree: true }])
  expect(take(15_000)).toEqual({ isFree: false, retryAfter: 45 })
  expect(take(60_000)).toEqual({ isFree: true })
})

it('is found by whoever knows the paper’s address alone', () => {
  const { specVersion, entries } = JSON.parse(renderAiCatalog(SITE, 'https://paper.example'))
  expect(specVersion).toBe('1.0')
  expect(entries).toMatchObject([
    {
      identifier: 'urn:air:paper.example:stories',
      type: 'application/mcp-server-card+json',
      url: 'https://paper.example/mcp/server-card',
      representativeQueries: ['The latest news from The Packet', 'The text of a story in The Packet'],
    },
  ])
  expect(JSON.parse(renderServerCard(SITE, 'https://paper.example'))).toMatchObject({
    name: 'example.paper/stories',
    remotes: [{ type: 'streamable-http', url: 'https://paper.example/mcp' }],
  })
})

it.each([
  [{ name: { toString: 1, valueOf: 1 } }],
  [{ name: ['latest'] }],
  [{ name: null }],
  [{ name: 'latest'.repeat(100) }],
  [{}],
])('is not upset by a call of no tool: %j', async (params) => {
  expect(await send({ method: 'tools/call', params })).toMatchObject({ id: 7, error: { code: -32602 } })
})

it.each([['toString'], ['constructor'], ['__proto__'], ['valueOf']])(
  'has no tool and no method named %s',
  async (name) => {
    expect(await call(name, {})).toMatchObject({ error: { code: -32602 } })
    expect(await send({ method: name })).toMatchObject({ error: { code: -32601 } })
  },
)
