import { parseSite } from '#lib/config/parse/parse-site.ts'
import { renderRobots } from '#lib/seo/robots.ts'

const render = (yaml: string, siteUrl = 'https://paper.example', hasNews = true) =>
  renderRobots(parseSite(yaml, 'site.yaml').site, siteUrl, hasNews)

/** The groups of a robots.txt as RFC 9309 reads it: agents → rules. */
function readGroups(text: string): [string[], string[]][] {
  return text
    .split('\n\n')
    .map((group): [string[], string[]] => {
      const lines = group.split('\n')
      const agents = lines.filter((line) => line.startsWith('User-agent: ')).map((line) => line.slice(12))
      return [agents, lines.filter((line) => /^(?:Dis)?[Aa]llow:/.test(line))]
    })
    .filter(([agents]) => agents.length > 0)
}

it('lets everybody read what is public, and names the sitemaps', () => {
  expect(render('')).toBe(
    'User-agent: *\nDisallow: /search\nDisallow: /preview/\n\nSitemap: https://paper.example/sitemap.xml\nSitemap: https://paper.example/news-sitemap.xml\n',
  )
})

it.each([
  'http://localhost:3000',
  'http://127.0.0.1',
  'http://127.1.2.3:80',
  'http://[::1]:3000',
  'http://packet.localhost',
])('keeps everybody out of %s', (siteUrl) => expect(render('', siteUrl)).toBe('User-agent: *\nDisallow: /\n'))

it('keeps everybody out of a staging site', () => {
  expect(render('robots:\n  indexing: false\n')).toBe('User-agent: *\nDisallow: /\n')
})

it('refuses every AI crawler by its name, or those of one purpose', () => {
  const all = readGroups(render('robots:\n  ai: refuse\n'))[1]
  expect(all?.[0]).toEqual(
    expect.arrayContaining(['GPTBot', 'ClaudeBot', 'Google-Extended', 'OAI-SearchBot', 'ChatGPT-User']),
  )
  expect(all?.[1]).toEqual(['Disallow: /'])
  const training = readGroups(render('robots:\n  ai:\n    training: refuse\n'))[1]
  expect(training?.[0]).toEqual(
    expect.arrayContaining(['CCBot', 'Applebot-Extended', 'MistralAI-Training', 'KimiBot']),
  )
  for (const agent of ['PerplexityBot', 'MistralAI-Index', 'Kimi-SearchBot', 'Kimi-User'])
    expect(training?.[0]).not.toContain(agent)
})

it('has further groups and the licence as site.yaml gives them', () => {
  const text = render(
    'robots:\n  license: /licence\n  groups:\n    - agents: [BadBot]\n      allow: [/feed.xml]\n      disallow: [/]\n    - agents: [GoodBot]\n',
  )
  expect(text).toContain('User-agent: BadBot\nAllow: /feed.xml\nDisallow: /\n')
  expect(text).toContain('User-agent: GoodBot\nDisallow:\n')
  expect(text).toContain('License: https://paper.example/license.xml\n')
})

it('leaves out the line that names the terms of use where site.yaml says so, and keeps the signal', () => {
  const text = render('robots:\n  ai: refuse\n  licenseLine: false\n')
  expect(text).not.toContain('License')
  expect(text).toContain('Content-Signal: search=yes, ai-input=no, ai-train=no\n')
})

it('names no news sitemap while there is no news', () => {
  expect(render('', 'https://paper.example', false)).not.toContain('news-sitemap')
})

it.each([
  ['ai: {training: refuse}', 'search=yes, ai-input=yes, ai-train=no'],
  ['ai: {people: refuse}', 'search=yes, ai-input=no, ai-train=yes'],
  ['ai: refuse', 'search=yes, ai-input=no, ai-train=no'],
])('says by signal what may be done with the paper: %s', (policy, signal) => {
  expect(render(`robots:\n  ${policy}\n`)).toContain(
    `User-agent: *\nContent-Signal: ${signal}\nDisallow: /search\nDisallow: /preview/\n`,
  )
})

it('says nothing by signal where the paper has no policy', () => {
  expect(render('')).not.toMatch(/Content-Signal|License/)
})

it.each([
  'robots:\n  groups:\n    - agents: ["Bad\\nUser-agent: *"]\n',
  'robots:\n  groups:\n    - agents: [A]\n      disallow: ["x"]\n',
  'robots:\n  ai: perhaps\n',
])('warns of %j, and does without it', (yaml) => {
  const { site, problems } = parseSite(yaml, 'site.yaml')
  expect(problems).toHaveLength(1)
  expect(site.robots.groups).toEqual([])
})

it('stays far below the 500 KiB a crawler reads', () => {
  expect(render('robots:\n  ai: refuse\n').length).toBeLessThan(5_000)
})
