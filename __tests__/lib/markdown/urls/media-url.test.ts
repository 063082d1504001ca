import { resolveMediaUrl } from '#lib/markdown/urls/media-url.ts'

const sourceFile = 'posts/2014/trip.md'

describe('resolveMediaUrl', () => {
  it.each([
    ['a file beside the post', 'pic.jpg', '/media/posts/2014/pic.jpg'],
    ['a file in a folder beside it', './tides/high.png', '/media/posts/2014/tides/high.png'],
    ['a file one folder up', '../quay.webp', '/media/posts/quay.webp'],
    ['the media folder, by way of the content folder', '../../media/x.jpg', '/media/x.jpg'],
    ['a media path', '/media/x.jpg', '/media/x.jpg'],
    ['another absolute path', '/assets/x.jpg?w=2#y', '/assets/x.jpg?w=2#y'],
    ['spaces and other scripts', 'Grande Marée é.jpg', '/media/posts/2014/Grande%20Mar%C3%A9e%20%C3%A9.jpg'],
    ['a path that is encoded already', 'high%20tide.jpg', '/media/posts/2014/high%20tide.jpg'],
    ['a question mark in a file’s name', 'why%3F.jpg', '/media/posts/2014/why%3F.jpg'],
    ['Windows separators', '..\\quay.jpg', '/media/posts/quay.jpg'],
    ['another site', 'https://pictures.example/a%20b.jpg?c', 'https://pictures.example/a%20b.jpg?c'],
    ['another site, its protocol left open', '//pictures.example/a.jpg', 'https://pictures.example/a.jpg'],
    [
      'a picture in the text itself',
      'data:image/png;base64,iVBORw0KGgo=',
      'data:image/png;base64,iVBORw0KGgo=',
    ],
  ])('resolves %s: %s', (_, src, url) => {
    expect(resolveMediaUrl(src, sourceFile)).toBe(url)
  })

  it.each([
    '../../../etc/passwd',
    '%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '..\\..\\..\\etc\\passwd',
    '/media/../../etc/passwd',
    '/media/%2e%2e/secret.jpg',
    '..%2f..%2f..%2fetc%2fpasswd',
    '.env',
    '../.git/config',
    'file:///etc/passwd',
    'FILE:///etc/passwd',
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    ' vbscript:x',
    'data:text/html;base64,PHNjcmlwdD4=',
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:image/png,<script>',
    'https://',
    '#part',
    '',
    '   ',
  ])('refuses %j', (src) => {
    expect(resolveMediaUrl(src, sourceFile)).toBeNull()
  })
})
