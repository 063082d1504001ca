import {
  listFormerAliases,
  listJigsawAliases,
  parseAliases,
  toAliasPath,
} from '#lib/content/fields/aliases.ts'

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
  ['aliases', [null, { path: '/x' }, { from: '/y' }, {}], ['/x', '/y']],
  ['aliases', '/old/one.html, /old/two.html', ['/old/one.html', '/old/two.html']],
  ['aliases', '/old/one /old/two', ['/old/one', '/old/two']],
  ['aliases', 'The Ferry, again', ['/The%20Ferry,%20again']],
  ['aliases', '//old.example/a/', ['/a/']],
  ['aliases', '\\old\\a.html', ['/old/a.html']],
  ['aliases', 'localhost:1313/x', ['/x']],
  ['aliases', '127.0.0.1:4000/2014/a.html', ['/2014/a.html']],
  ['aliases', '[::1]:4000/b?c=1', ['/b?c=1']],
  ['aliases', 'old.example:8080/posts/y', ['/posts/y']],
  ['aliases', 'old.example:8080', []],
  ['aliases', 'old.example/posts/z', ['/old.example/posts/z', '/posts/z']],
  ['permalink', 'www.old.example/d/', ['/www.old.example/d/', '/d/']],
  ['aliases', 'story.php', ['/story.php']],
  ['aliases', '2014.06/f', ['/2014.06/f']],
  ['aliases', 'page.html/g', ['/page.html/g']],
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

it.each([
  [{ legacyUrl: '/x/1' }, ['/x/1']],
  [{ wordpress_url: 'https://old.example/x/2' }, ['/x/2']],
  [{ original_permalink: '/x/3', redirect_froms: ['/x/4'] }, ['/x/3', '/x/4']],
  [{ _wp_old_slug: 'ferry' }, ['/posts/ferry']],
  [{ previous_slugs: ['ferry', '2014/ferry'] }, ['/posts/ferry', '/2014/ferry']],
  [{ guid: 'https://old.example/?p=123' }, ['/?p=123']],
  [{ guid: 'https://old.example/a', original_url: 'elsewhere', oldTitle: '/a' }, []],
])('former addresses in %j', (extra, expected) => {
  expect(listFormerAliases(extra, '/posts/own')).toEqual(expected)
})
