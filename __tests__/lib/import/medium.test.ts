import { describeOutcome } from '../../support/exports/describe-outcome.ts'
import { removeFolder, runImport } from '../../support/exports/run-import.ts'
import { makeZip } from '../../support/exports/zip.ts'

/** A page as Medium exports it. */
function renderMedium(
  title: string,
  body: string,
  { day = '2019-05-01', url = '', subtitle = '' } = {},
): string {
  const published =
    day === ''
      ? ''
      : `<a href="${url}"><time class="dt-published" datetime="${day}T09:30:00.000Z">${day}</time></a>`
  return `<!DOCTYPE html><html><head><title>${title}</title><style>*{}</style></head><body><article class="h-entry">
<header><h1 class="p-name">${title}</h1></header>
${subtitle === '' ? '' : `<section data-field="subtitle" class="p-summary">${subtitle}</section>`}
<section data-field="body" class="e-content">${body}</section>
<footer><p>By <a href="https://medium.com/@ada" class="p-author h-card">Ada Quill</a> on ${published}.</p>
<p><a href="${url}" class="p-canonical">Canonical link</a></p><p>Exported from Medium.</p></footer></article></body></html>`
}

function renderSection(content: string): string {
  return `<section name="a1" class="section section--body section--first"><div class="section-divider"><hr class="section-divider"></div><div class="section-content"><div class="section-inner sectionLayout--insetColumn">${content}</div></div></section>`
}

describe('an export of Medium', () => {
  const title = '<h3 name="t" class="graf graf--h3 graf--leading graf--title">Ferry</h3>'
  const files: [string, string][] = [
    [
      '2019-05-01_Ferry-0123456789ab.html',
      renderMedium(
        'Ferry',
        renderSection(
          `${title}<h4 class="graf graf--h4 graf--subtitle">Back on Saturday</h4><figure class="graf graf--figure"><img class="graf-image" data-is-featured="true" src="https://cdn-images-1.medium.com/max/800/1*a.jpeg"><figcaption class="imageCaption">At dusk</figcaption></figure><p class="graf graf--p">The chain <strong class="markup--strong">arrived</strong>.</p>`,
        ),
        { url: 'https://medium.com/@ada/ferry-0123456789ab', subtitle: 'Back on Saturday' },
      ),
    ],
    [
      '2019-05-02_Own-domain-0123456789ac.html',
      renderMedium(
        'Own domain',
        renderSection(
          '<p class="graf graf--p">Text, long enough to be no response to anybody’s story at all.</p><h3 class="graf graf--h3">Next</h3>',
        ),
        { day: '2019-05-02', url: 'https://blog.paper.example/own-domain-0123456789ac' },
      ),
    ],
    [
      'draft_Later-0123456789ad.html',
      renderMedium('Later', renderSection('<p class="graf graf--p">Not yet</p>'), { day: '' }),
    ],
    [
      '2019-05-03_I-agree-0123456789ae.html',
      renderMedium(
        'I agree with all of this',
        renderSection('<p class="graf graf--p">I agree with all of this, and then some.</p>'),
        { day: '2019-05-03' },
      ),
    ],
    [
      '2019-05-04_Code-0123456789af.html',
      renderMedium(
        'Code',
        renderSection(
          `<h3 class="graf--title">Code</h3><pre data-code-block-lang="javascript" class="graf graf--pre"><span class="pre--content">let a = 1;<br>a &lt; 2</span></pre>`,
        ),
        { day: '2019-05-04' },
      ),
    ],
    [
      '2019-05-05_Card-0123456789b0.html',
      renderMedium(
        'Card',
        renderSection(
          `<h3 class="graf--title">Card</h3><div class="graf graf--mixtapeEmbed"><a href="https://e.example/x" class="markup--anchor"><strong>The X</strong><br><em>About</em>e.example</a><a href="https://e.example/x" class="js-mixtapeImage"></a></div>`,
        ),
        { day: '2019-05-05' },
      ),
    ],
    [
      '2019-05-06_Film-0123456789b1.html',
      renderMedium(
        'Film',
        renderSection(
          `<h3 class="graf--title">Film</h3><figure class="graf graf--figure graf--iframe"><iframe src="https://www.youtube.com/embed/abcdefghijk?feature=oembed"></iframe></figure>`,
        ),
        { day: '2019-05-06' },
      ),
    ],
    [
      '2019-05-07_Quote-0123456789b2.html',
      renderMedium(
        'Quote',
        renderSection(
          `<h3 class="graf--title">Quote</h3><blockquote class="graf graf--pullquote">Tide waits</blockquote><ul class="postList"><li class="graf graf--li">one</li></ul>`,
        ),
        { day: '2019-05-07' },
      ),
    ],
    [
      '2019-05-08_Two-sections-0123456789b3.html',
      renderMedium(
        'Two sections',
        `${renderSection('<h3 class="graf--title">Two sections</h3><p>A</p>')}${renderSection('<p>B</p>')}`,
        { day: '2019-05-08' },
      ),
    ],
    ['2019-05-09_Empty-0123456789b4.html', renderMedium('', '', { day: '2019-05-09' })],
    [
      'draft_Never-0123456789b7.html',
      renderMedium('Never', renderSection('<p class="graf graf--p">Not yet</p>'), {
        day: '',
        url: 'https://medium.com/p/0123456789b7',
      }),
    ],
    [
      '2019-05-09_Kicker-0123456789b8.html',
      renderMedium(
        'Kicker',
        renderSection(
          '<h4 class="graf graf--h4 graf--kicker">HARBOUR</h4><h3 class="graf graf--h3 graf--title">Kicker</h3><figure class="graf graf--figure graf--iframe"><script src="https://gist.github.com/ada/0123.js"></script></figure><p class="graf graf--p">The bell rang.</p>',
        ),
        { day: '2019-05-09', url: 'https://medium.com/@ada/kicker-0123456789b8' },
      ),
    ],
  ]
  const zip = makeZip([
    ...files.map(([name, content]) => ({ name: `posts/${name}`, content })),
    { name: 'profile/profile.html', content: '<p>me</p>' },
    { name: 'README.html', content: '' },
  ])
  const [
    ferry = '',
    own = '',
    later = '',
    agree = '',
    code = '',
    card = '',
    film = '',
    quote = '',
    two = '',
    empty = '',
  ] = files.map(([name]) => name)
  describeOutcome(
    [
      [
        'a draft whose address is its id',
        'draft_Never-0123456789b7.html',
        /never\.md$/,
        [],
        'it was a draft',
      ],
      [
        'a kicker, and a listing',
        '2019-05-09_Kicker-0123456789b8.html',
        'posts/2019/2019-05-09-kicker.md',
        ['---\n\n<https://gist.github.com/ada/0123>\n\nThe bell rang.\n'],
        'its kicker was left out: HARBOUR',
      ],
      [
        'a story, its lead picture and standfirst taken out of the text',
        ferry,
        'posts/2019/2019-05-01-ferry.md',
        [
          'title: Ferry',
          'description: Back on Saturday',
          '- Ada Quill',
          'caption: At dusk',
          "date: '2019-05-01T09:30:00Z'",
          '---\n\nThe chain **arrived**.\n',
        ],
      ],
      [
        'an address of the paper’s own',
        own,
        'posts/2019/2019-05-02-own-domain.md',
        ['- /own-domain-0123456789ac'],
      ],
      ['a draft', later, /^posts\/\d{4}\/\d{4}-\d\d-\d\d-later\.md$/, [], 'it was a draft'],
      ['a response', agree, 'posts/2019/2019-05-03-i-agree.md', ['draft: true'], 'it looks like a response'],
      ['code', code, 'posts/2019/2019-05-04-code.md', ['```javascript\nlet a = 1;\na < 2\n```']],
      ['a card', card, 'posts/2019/2019-05-05-card.md', ['[The X](https://e.example/x)']],
      ['a film', film, 'posts/2019/2019-05-06-film.md', ['<https://www.youtube.com/watch?v=abcdefghijk>']],
      ['a quotation and a list', quote, 'posts/2019/2019-05-07-quote.md', ['> Tide waits\n\n- one']],
      ['sections', two, 'posts/2019/2019-05-08-two-sections.md', ['A\n\n---\n\nB']],
      ['an empty story', empty, 'posts/2019/2019-05-09-empty.md', []],
    ],
    () => runImport('medium.zip', zip),
  )
})

it('brings the tags that stand below a story of Medium', async () => {
  const text =
    '<p class="graf graf--p">Text, long enough to be no response to anybody’s story at all.</p><h3 class="graf">Next</h3>'
  const tags =
    '<p class="p-tags">Tagged in <a class="p-tag" href="https://medium.com/tag/ferry">Ferry</a>, <a class="p-tag">Quay</a></p>'
  const page = renderMedium('Tide', renderSection(text)).replace('<footer>', `<footer>${tags}`)
  const outcome = await runImport(
    'medium.zip',
    makeZip([{ name: 'posts/2019-05-01_Tide-0123456789ab.html', content: page }]),
  )
  expect([...outcome.files.values()]).toEqual([expect.stringContaining('tags:\n  - Ferry\n  - Quay\n')])
  removeFolder(outcome)
})
