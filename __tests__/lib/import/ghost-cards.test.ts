import { describeLexical, paragraph, text } from '../../support/exports/lexical.ts'

describeLexical('cards of Ghost’s editor (Lexical)', [
  [
    'pictures',
    [{ type: 'image', src: '__GHOST_URL__/content/images/b.jpg', alt: 'B', caption: 'At <em>sea</em>' }],
    '![B](https://old.example/content/images/b.jpg "At sea")',
  ],
  [
    'pictures in a link',
    [{ type: 'image', src: 'https://e.example/b.jpg', alt: 'B', href: 'https://e.example/more' }],
    '[![B](https://e.example/b.jpg)](https://e.example/more)',
  ],
  [
    'galleries',
    [
      {
        type: 'gallery',
        images: [{ src: 'https://e.example/1.jpg' }, { src: 'https://e.example/2.jpg', alt: 'two' }],
        caption: 'Both',
      },
    ],
    '![](https://e.example/1.jpg)\n\n![two](https://e.example/2.jpg)\n\n*Both*',
  ],
  [
    'films',
    [
      {
        type: 'embed',
        url: 'https://www.youtube.com/watch?v=abcdefghijk',
        html: '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
      },
    ],
    '<https://www.youtube.com/watch?v=abcdefghijk>',
  ],
  [
    'posts of networks',
    [
      {
        type: 'embed',
        url: 'https://n.example/1',
        html: '<blockquote class="twitter-tweet"><p>Said</p><a href="https://n.example/1">1 May</a></blockquote><script src="x"></script>',
      },
    ],
    '> Said\n>\n> [1 May](https://n.example/1)',
  ],
  [
    'bookmarks',
    [{ type: 'bookmark', url: 'https://e.example/x', metadata: { title: 'The X & Y' } }],
    '[The X & Y](https://e.example/x)',
  ],
  [
    'callouts',
    [{ type: 'callout', calloutEmoji: '💡', calloutText: 'Mind the <b>gap</b>' }],
    '> 💡 Mind the **gap**',
  ],
  [
    'toggles',
    [{ type: 'toggle', heading: 'Why', content: '<p>So</p>' }],
    '<details><summary>Why</summary>\n\nSo\n\n</details>',
  ],
  [
    'buttons',
    [{ type: 'button', buttonText: 'Go', buttonUrl: 'https://e.example/go' }],
    '[Go](https://e.example/go)',
  ],
  [
    'HTML',
    [{ type: 'html', html: '<p>raw <script>x()</script></p>' }],
    'raw',
    'a <script> element was left out',
  ],
  [
    'Markdown',
    [{ type: 'markdown', markdown: '**b**\n\n| a |\n| - |\n| 1 |' }],
    '**b**\n\n| a |\n| - |\n| 1 |',
  ],
  ['code', [{ type: 'codeblock', language: 'js', code: 'a < b && c\n' }], '```js\na < b && c\n```'],
  [
    'sound',
    [{ type: 'audio', src: 'https://e.example/a.mp3', title: 'Waves' }],
    '**Waves**\n\n<audio src="https://e.example/a.mp3"></audio>',
  ],
  [
    'film files',
    [{ type: 'video', src: 'https://e.example/v.mp4', caption: 'In' }],
    '<video src="https://e.example/v.mp4"></video>\n\n*In*',
  ],
  [
    'documents',
    [{ type: 'file', src: 'https://e.example/m.pdf', fileTitle: 'Minutes' }],
    '[Minutes](https://e.example/m.pdf)',
  ],
  [
    'products',
    [
      {
        type: 'product',
        productTitle: 'Rope',
        productDescription: '<p>Long</p>',
        productStarRating: 4,
        productRatingEnabled: true,
      },
    ],
    '**Rope**\n\n★★★★\n\nLong',
  ],
  ['headers', [{ type: 'header', heading: 'Big', subheading: 'small' }], '## Big\n\nsmall'],
  [
    'calls',
    [
      {
        type: 'call-to-action',
        textValue: '<p>Join</p>',
        buttonText: 'Now',
        buttonUrl: 'https://e.example/j',
      },
    ],
    'Join\n\n[Now](https://e.example/j)',
  ],
  [
    'boxes that subscribe',
    [paragraph(text('a')), { type: 'signup' }],
    'a',
    'a box that subscribes was left out',
  ],
])
