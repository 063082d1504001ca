import { parseSite } from '#lib/config/parse/parse-site.ts'

const parse = (line: string) =>
  parseSite(`redirects:\n  - ${line}\n  - { from: /feed/, to: /feed.xml }\n`, 'site.yaml')
const FEED = { from: '/feed/', to: '/feed.xml', status: 308 }

describe('redirects', () => {
  it.each([
    ['{ from: "/?p=12", to: /posts/tide }', { from: '/?p=12', to: '/posts/tide', status: 308 }],
    [
      '{ from: /a, to: "https://shop.example/", status: 302 }',
      { from: '/a', to: 'https://shop.example/', status: 302 },
    ],
    ['{ from: "https://old.example/a/b?c=1", to: /about }', { from: '/a/b?c=1', to: '/about', status: 308 }],
    ['{ from: /category/*, to: /sections/* }', { from: '/category/*', to: '/sections/*', status: 308 }],
    ['{ from: "old.example:8080/b/", to: /about }', { from: '/b/', to: '/about', status: 308 }],
    ['{ from: "localhost:1313/c", to: /about }', { from: '/c', to: '/about', status: 308 }],
    ['{ from: www.old.example/d/*, to: /about }', { from: '/d/*', to: '/about', status: 308 }],
    ['{ from: /shop/*, to: / }', { from: '/shop/*', to: '/', status: 308 }],
  ])('%s', (line, redirect) => {
    const { site, problems } = parse(line)
    expect(problems).toEqual([])
    expect(site.redirects).toEqual([redirect, FEED])
  })

  it.each([
    ['{ from: a, to: /b }', 'redirects.0.from', 'a path such as'],
    ['{ from: //evil.example/a, to: /b }', 'redirects.0.from', 'a path such as'],
    ['{ from: /a*, to: /b }', 'redirects.0.from', 'after a slash'],
    ['{ from: /a/*/b, to: /b }', 'redirects.0.from', 'after a slash'],
    ['{ from: "/:year/:title/", to: /b }', 'redirects.0.from', 'under permalinks'],
    ['{ from: /*, to: /b }', 'redirects.0.from', 'front page'],
    ['{ from: /, to: /b }', 'redirects.0.from', 'front page'],
    ['{ from: /a, to: b }', 'redirects.0.to', 'a path such as'],
    ['{ from: /a, to: "localhost:3000/b" }', 'redirects.0.to', 'a path such as'],
    ['{ from: /a, to: //evil.example }', 'redirects.0.to', 'a path such as'],
    ['{ from: /a, to: "javascript:alert(1)" }', 'redirects.0.to', 'a path such as'],
    ['{ from: /a, to: "https://*" }', 'redirects.0.to', 'a path such as'],
    ['{ from: /a, to: /b/* }', 'redirects.0.to', 'has a *'],
    ['{ from: /a, to: /a/ }', 'redirects.0.to', 'leads back'],
    ['{ from: /a/*, to: /a/b/* }', 'redirects.0.to', 'leads back'],
    ['{ from: /a, to: /b, status: 200 }', 'redirects.0.status', '301, 302'],
    ['{ from: /a, to: /b, code: 301 }', 'redirects.0', 'code'],
  ])('refuses %s, and keeps the others', (line, field, message) => {
    const { site, problems } = parse(line)
    expect(problems).toContainEqual(
      expect.objectContaining({ field, line: expect.any(Number), message: expect.stringContaining(message) }),
    )
    expect(site.redirects).toEqual([FEED])
  })
})

it('keeps the patterns that can be used', () => {
  const { site, problems } = parseSite('permalinks:\n  - /:year/:title/\n  - /:nothing/\n', 'site.yaml')
  expect(site.permalinks).toEqual(['/:year/:title/'])
  expect(problems.map(({ line }) => line)).toEqual([3, 3])
})
