import { listJigsawAliases, parseAliases, toAliasPath } from '#lib/content/fields/aliases.ts'

it.each([
  ['aliases', ['/old/', 'older', '/old/'], ['/old/', '/older']],
  ['redirect_from', '/2014/06/30/name.html', ['/2014/06/30/name.html']],
  ['permalink', 'https://paper.example/2014/name?p=1#top', ['/2014/name?p=1']],
  ['permalink', '/:year/:month/:title/', []],
  ['permalink', '/posts/{{ title | slugify }}/', []],
  ['permalink', 'pretty', []],
  ['permalink', false, []],
  ['permalink', '/posts/own/', []],
  ['aliases', ['/posts/own', '/'], []],
  ['old_urls', '/?p=123', ['/?p=123']],
  ['url', '/2018/ferry/', ['/2018/ferry/']],
  ['url', 'https://elsewhere.example/story', []],
  ['aliases', '/café au lait', ['/caf%C3%A9%20au%20lait']],
  ['aliases', '/a/../b', ['/b']],
  ['aliases', [null, { path: '/x' }], []],
])('%s: %j → %j', (key, value, expected) => {
  expect(parseAliases([{ key, value }], '/posts/own')).toEqual(expected)
})

it.each([
  ['_layouts.post', '', ['/own']],
  ['_layouts.post', '2020/10', ['/2020/10/own']],
  ['other', '2020', []],
  [undefined, '', []],
])('Jigsaw: extends %s in %j → %j', (layout, folder, expected) => {
  expect(listJigsawAliases(layout, folder, 'own')).toEqual(expected)
})

it('writes a path as a browser asks for it', () => {
  expect(toAliasPath('港/朝')).toBe('/%E6%B8%AF/%E6%9C%9D')
})
