import {
  countItems,
  type ImportOutcome,
  listProblems,
  removeFolder,
  runImport,
} from '../../support/exports/run-import.ts'
import { makeZip } from '../../support/exports/zip.ts'

type Expectation = [name: string, id: string, file: string | null, parts: string[], note?: string]

function describeOutcome(expected: Expectation[], start: () => Promise<ImportOutcome>): void {
  let outcome: ImportOutcome
  beforeAll(async () => {
    outcome = await start()
  })
  afterAll(() => removeFolder(outcome))

  it.each(expected)('%s', (_, id, file, parts, ...[note]) => {
    const item = outcome.items.find((found) => found.id === id)
    expect(item).toMatchObject({ id, file })
    const text = outcome.files.get(file ?? '') ?? ''
    for (const part of parts) expect(text).toContain(part)
    expect(item?.notes.join('\n')).toContain(note ?? '')
  })

  it('writes nothing that the site’s own parser has to complain of', () => {
    expect(listProblems(outcome.files)).toEqual([])
  })

  it('accounts for every item', () => {
    const items = expected.length
    expect(items).toBeGreaterThan(9)
    expect(countItems(outcome)).toEqual({ items, listed: items, sum: items, isWhole: true })
  })
}

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
      [
        'a draft',
        later,
        expect.stringMatching(/^posts\/\d{4}\/\d{4}-\d\d-\d\d-later\.md$/),
        [],
        'it was a draft',
      ],
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

describe('an export of Substack', () => {
  const rows = [
    '100.ferry,2021-03-04T05:06:07.000Z,true,,,newsletter,everyone,"Ferry, ""the"" chain",Back on Saturday,',
    '101.paid,2021-03-05T05:06:07.000Z,true,,,newsletter,only_paid,Paid,,',
    '102.founding,2021-03-05T05:06:07.000Z,true,,,newsletter,founding,Founding,,',
    '103.,,false,,,newsletter,everyone,Draft,,',
    '104.sound,2021-03-06T05:06:07.000Z,true,,,podcast,everyone,Sound,,https://e.example/a.mp3',
    '105.thread,2021-03-07T05:06:07.000Z,true,,,thread,everyone,Thread,,',
    '106.about,2021-03-07T05:06:07.000Z,true,,,page,everyone,About,,',
    '107.letter,2021-03-07T05:06:07.000Z,true,,,adhoc_email,everyone,Letter,,',
    '108.notes,2021-03-08T05:06:07.000Z,true,,,newsletter,everyone,Notes,,',
    '109.film,2021-03-09T05:06:07.000Z,true,,,newsletter,everyone,"Over\ntwo lines",,',
  ]
  const csv = `\ufeffpost_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\n${rows.join('\n')}\n`
  const image =
    'https://substackcdn.com/image/fetch/w_1456,c_limit/https%3A%2F%2Fsubstack-post-media.s3.amazonaws.com%2Fpublic%2Fimages%2Fa.jpeg'
  const texts: Record<string, string> = {
    '100.ferry': `<div class="captioned-image-container"><figure><a class="image-link image2" href="https://substackcdn.com/image/fetch/f_auto/https%3A%2F%2Fsubstack-post-media.s3.amazonaws.com%2Fpublic%2Fimages%2Fa.jpeg"><div class="image2-inset"><picture><source type="image/webp" srcset="x"><img src="${image}" alt="A crane"></picture></div></a><figcaption class="image-caption">At dusk</figcaption></figure></div><p>The chain.</p><div class="subscription-widget-wrap"><p>Subscribe</p></div><p class="button-wrapper"><a class="button primary" href="https://e.example/s"><span>Share</span></a></p>`,
    '101.paid': '<p>Behind</p><div class="paywall-jump" data-component-name="PaywallToDOM"></div><p>it</p>',
    '102.founding': '<p>x</p>',
    '103.': '<p>later</p>',
    '104.sound': '<p>Listen</p>',
    '106.about': '<p>We</p>',
    '107.letter': '<p>Dear</p>',
    '108.notes':
      '<p>A<a data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-1" href="#footnote-1" class="footnote-anchor">1</a>.</p><div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>Said so.</p></div></div>',
    '109.film':
      '<div id="youtube2-abcdefghijk" class="youtube-wrap" data-attrs="{&quot;videoId&quot;:&quot;abcdefghijk&quot;}"><div class="youtube-inner"><iframe src="https://www.youtube-nocookie.com/embed/abcdefghijk"></iframe></div></div>',
    '110.lost': '<p>No row</p>',
  }
  const zip = makeZip([
    ...Object.entries(texts).map(([id, content]) => ({ name: `posts/${id}.html`, content })),
    { name: 'posts/100.opens.csv', content: 'a,b' },
    { name: 'posts.csv', content: csv },
    { name: 'email_list.csv', content: 'reader@mail.example' },
  ])
  describeOutcome(
    [
      [
        'a letter',
        '100.ferry',
        'posts/2021/2021-03-04-ferry.md',
        [
          'title: Ferry, "the" chain',
          'description: Back on Saturday',
          '- /p/ferry',
          '![A crane](https://substack-post-media.s3.amazonaws.com/public/images/a.jpeg "At dusk")\n\nThe chain.',
        ],
      ],
      [
        'one for those who pay',
        '101.paid',
        'posts/2021/2021-03-05-paid.md',
        ['draft: true', 'Behind\n\nit'],
        'only "only_paid" could read it',
      ],
      [
        'one for founders',
        '102.founding',
        'posts/2021/2021-03-05-founding.md',
        ['draft: true'],
        'only "founding"',
      ],
      ['a draft', '103.', expect.stringMatching(/draft\.md$/), [], 'it was not published'],
      [
        'a podcast',
        '104.sound',
        'posts/2021/2021-03-06-sound.md',
        ['<audio src="https://e.example/a.mp3"></audio>\n\nListen'],
      ],
      ['a thread without text', '105.thread', null, [], 'the export holds no text of it'],
      ['a page', '106.about', 'pages/about.md', ['We']],
      [
        'a letter that was never on the site',
        '107.letter',
        'posts/2021/2021-03-07-letter.md',
        ['draft: true'],
        'only sent as a letter',
      ],
      ['footnotes', '108.notes', 'posts/2021/2021-03-08-notes.md', ['A[^1].\n\n[^1]: Said so.']],
      [
        'a film, and a title over two lines',
        '109.film',
        'posts/2021/2021-03-09-film.md',
        ['<https://www.youtube.com/watch?v=abcdefghijk>'],
      ],
      [
        'a text without a row',
        '110.lost',
        expect.stringMatching(/lost\.md$/),
        [],
        'it has no row in posts.csv',
      ],
    ],
    () => runImport('substack.zip', zip),
  )
})

describe('a backup of Blogger', () => {
  const kind = (name: string) =>
    `<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#${name}'/>`
  const entry = (id: number, name: string, inner: string) =>
    `<entry><id>tag:blogger.com,1999:blog-9.post-${id}</id><published>2011-05-03T23:30:00.000+01:00</published><updated>2011-05-03T23:30:10.000+01:00</updated>${kind(name)}<author><name>Ada Quill</name></author>${inner}</entry>`
  const text = (html: string) =>
    `<content type='html'>${html.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</content>`
  const entries = [
    entry(
      1,
      'post',
      `<title type='text'>Ferry</title>${text('The chain<br /><br />arrived.')}<category scheme='http://www.blogger.com/atom/ns#' term='Harbour'/><category scheme='http://www.blogger.com/atom/ns#' term='Ferry'/><link rel='alternate' type='text/html' href='https://old.blogspot.example/2011/05/ferry.html' title='Ferry'/>`,
    ),
    entry(
      2,
      'post',
      `<title>Draft</title><app:control xmlns:app='http://purl.org/atom/app#'><app:draft>yes</app:draft></app:control>${text('x')}`,
    ),
    entry(
      3,
      'page',
      `<title>About</title>${text('<p>We</p>')}<link rel='alternate' href='https://old.blogspot.example/p/about-us.html'/>`,
    ),
    entry(4, 'comment', `<title>Nice</title>${text('nice')}`),
    entry(5, 'settings', '<title>Setting</title>'),
    entry(6, 'template', '<title>Template</title>'),
    entry(
      7,
      'post',
      `<title></title>${text('<table class="tr-caption-container"><tbody><tr><td><a href="https://1.bp.blogspot.example/-x/s1600/a.jpg"><img src="https://1.bp.blogspot.example/-x/s320/a.jpg" border="0"></a></td></tr><tr><td class="tr-caption">At dusk</td></tr></tbody></table>')}`,
    ),
    entry(8, 'post', `<title>Divs</title>${text('<div>One</div><div><br></div><div>Two<br>three</div>')}`),
    entry(9, 'post', `<title>Plain</title><content type='text'>a &lt; b\n\nc</content>`),
    entry(10, 'post', `<title>More</title>${text('Lead<a name="more"></a><!--more-->Rest')}`),
  ]
  const xml = `<?xml version='1.0' encoding='UTF-8'?><?xml-stylesheet href="x" type="text/css"?><feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-9.archive</id><title>Old</title><link rel='alternate' type='text/html' href='https://old.blogspot.example/'/>${entries.join('')}</feed>`
  describeOutcome(
    [
      [
        'a post',
        'post-1',
        'posts/2011/2011-05-03-ferry.md',
        [
          "date: '2011-05-03T22:30:00Z'",
          'section: Harbour',
          '- Ferry',
          '- /2011/05/ferry.html',
          '- Ada Quill',
          'The chain\n\narrived.',
        ],
      ],
      ['a draft', 'post-2', 'posts/2011/2011-05-03-draft.md', ['draft: true'], 'its status was "draft"'],
      ['a page', 'post-3', 'pages/about-us.md', ['title: About', 'We']],
      ['a comment', 'post-4', null, [], 'comments are left out'],
      ['a setting', 'post-5', null, [], 'a setting of the old site'],
      ['a template', 'post-6', null, [], 'the look of the old site'],
      [
        'a captioned picture, in full size',
        'post-7',
        'posts/2011/2011-05-03-post-post-7.md',
        ['![](https://1.bp.blogspot.example/-x/s1600/a.jpg "At dusk")'],
        'it has no title',
      ],
      ['divisions', 'post-8', 'posts/2011/2011-05-03-divs.md', ['One\n\nTwo\\\nthree']],
      ['plain text', 'post-9', 'posts/2011/2011-05-03-plain.md', ['a < b\n\nc']],
      ['a jump', 'post-10', 'posts/2011/2011-05-03-more.md', ['Lead\n\n<!-- more -->\n\nRest']],
    ],
    () => runImport('blog.xml', xml),
  )
})

describe('a Takeout of Blogger', () => {
  const entry = (id: number, type: string, status: string, inner: string) =>
    `<entry><id>tag:blogger.com,1999:blog-9.post-${id}</id><blogger:type>${type}</blogger:type><blogger:status>${status}</blogger:status><author><name>Ada Quill</name><uri></uri><blogger:type>BLOGGER</blogger:type></author><blogger:created>2020-01-02T03:04:05.678Z</blogger:created><published>2020-01-02T03:04:05.678Z</published><updated>2020-01-02T03:04:05.678Z</updated>${inner}</entry>`
  const entries = [
    entry(
      1,
      'POST',
      'LIVE',
      "<title>Ferry</title><content type='html'>&lt;p&gt;x&lt;/p&gt;</content><blogger:metaDescription>In short</blogger:metaDescription><category scheme='tag:blogger.com,1999:blog-9' term='Harbour&#10;Ferry'/><blogger:filename>/2020/01/ferry.html</blogger:filename><link/><enclosure/><blogger:trashed/>",
    ),
    entry(2, 'POST', 'DRAFT', '<title>Draft</title><content type="html">x</content><blogger:trashed/>'),
    entry(3, 'POST', 'SCHEDULED', '<title>Soon</title><content type="html">x</content><blogger:trashed/>'),
    entry(
      4,
      'PAGE',
      'LIVE',
      '<title>About</title><content type="html">x</content><blogger:filename>/p/about.html</blogger:filename>',
    ),
    entry(5, 'COMMENT', 'LIVE', '<content type="html">nice</content>'),
    entry(6, 'POST', 'SOFT_TRASHED', '<title>Bin</title><content type="html">x</content>'),
    entry(
      7,
      'POST',
      'LIVE',
      '<title>Bin too</title><content type="html">x</content><blogger:trashed>2021-01-01T00:00:00Z</blogger:trashed>',
    ),
    entry(8, 'POST', 'IMPORTED', '<title>Odd</title><content type="html">x</content>'),
    entry(9, 'POST', 'LIVE', '<title>A &amp;amp; B</title><content type="html">x</content>'),
    entry(10, 'POST', 'LIVE', '<title>No content</title>'),
  ]
  const feed = `<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'><id>tag:blogger.com,1999:blog-9</id><title>Old</title>${entries.join('')}</feed>`
  const zip = makeZip([
    { name: 'Takeout/Blogger/Blogs/Old/feed.atom', content: feed },
    { name: 'Takeout/Blogger/Blogs/Old/settings.csv', content: 'a' },
  ])
  describeOutcome(
    [
      [
        'a post',
        'post-1',
        'posts/2020/2020-01-02-ferry.md',
        ['section: Harbour', '- Ferry', '- /2020/01/ferry.html', 'description: In short'],
      ],
      ['a draft', 'post-2', 'posts/2020/2020-01-02-draft.md', ['draft: true']],
      ['a scheduled post', 'post-3', 'posts/2020/2020-01-02-soon.md', []],
      ['a page', 'post-4', 'pages/about.md', []],
      ['a comment', 'post-5', null, [], 'a comment'],
      ['one in the bin', 'post-6', null, [], 'it was in the bin'],
      ['one in the bin, the other way', 'post-7', null, [], 'it was in the bin'],
      [
        'a status nobody knows',
        'post-8',
        'posts/2020/2020-01-02-odd.md',
        ['draft: true'],
        'its status was "imported"',
      ],
      ['entities in a title', 'post-9', 'posts/2020/2020-01-02-a-b.md', ['title: A & B']],
      ['no text', 'post-10', 'posts/2020/2020-01-02-no-content.md', []],
    ],
    () => runImport('takeout.zip', zip),
  )
})

describe('an export of Movable Type', () => {
  const entry = (title: string, fields: string[], sections: string) =>
    `AUTHOR: Ada Quill\nTITLE: ${title}\n${fields.join('\n')}\nDATE: 06/30/2014 10:00:25 PM\n-----\n${sections}\n--------\n`
  const entries = [
    entry(
      'Ferry',
      [
        'BASENAME: chain_ferry',
        'STATUS: Publish',
        'CONVERT BREAKS: 1',
        'PRIMARY CATEGORY: Harbour',
        'CATEGORY: Ferry',
        'CATEGORY: Harbour',
        'TAGS: "chain ferry",tides',
      ],
      'BODY:\nOne\ntwo\n\nthree\n-----\nEXTENDED BODY:\nRest\n-----\nEXCERPT:\nIn short\n-----\nCOMMENT:\nAUTHOR: Cy\nnice\n-----\nPING:\nTITLE: x\n-----',
    ),
    entry('Draft', ['STATUS: Draft'], 'BODY:\nx\n-----'),
    entry('Future', ['STATUS: Future'], 'BODY:\nx\n-----'),
    entry('HTML', ['STATUS: publish', 'CONVERT BREAKS: 0'], 'BODY:\n<p>a\nb</p>\n-----'),
    entry('Rich', ['CONVERT BREAKS: richtext'], 'BODY:\n<p>a</p>\n-----'),
    entry('Markdown', ['CONVERT BREAKS: markdown'], 'BODY:\n**a**\n\n- b\n-----'),
    entry('Textile', ['CONVERT BREAKS: textile_2'], 'BODY:\nh2. a\n-----'),
    entry('TypePad', ['UNIQUE URL: https://old.example/2014/06/typepad.html'], 'BODY:\nx\n-----'),
    entry('', [], 'BODY:\nx\n-----\nKEYWORDS:\nsalt, sand\n-----'),
    'TITLE: No date\nDATE: 99/99/2014 10:00\n-----\nBODY:\nx\n-----\n--------\n',
  ]
  const lines = entries.map((_, index) => entries.slice(0, index).join('').split('\n').length)
  const at = (index: number) => `line ${lines[index]}`
  const dated = (slug: string) => `posts/2014/2014-06-30-${slug}.md`
  describeOutcome(
    [
      [
        'an entry',
        at(0),
        dated('chain-ferry'),
        [
          "date: '2014-06-30 22:00:25'",
          'section: Harbour',
          '- chain ferry\n  - tides\n  - Ferry',
          'description: In short',
          'One\\\ntwo\n\nthree\n\n<!-- more -->\n\nRest',
        ],
        '2 comments and trackbacks',
      ],
      ['a draft', at(1), dated('draft'), ['draft: true'], 'its status was "draft"'],
      ['a scheduled entry', at(2), dated('future'), []],
      ['HTML', at(3), dated('html'), ['\na b\n']],
      ['rich text', at(4), dated('rich'), ['\na\n']],
      ['Markdown', at(5), dated('markdown'), ['**a**\n\n- b']],
      ['Textile', at(6), dated('textile'), ['h2. a'], 'written in Textile'],
      ['the address TypePad gives', at(7), dated('typepad'), ['- /2014/06/typepad.html']],
      [
        'no title, and keywords',
        at(8),
        dated(`post-line-${lines[8]}`),
        ['- salt\n  - sand'],
        'it has no title',
      ],
      ['no date', at(9), expect.stringMatching(/no-date\.md$/), ['draft: true'].slice(1), 'it has no date'],
    ],
    () => runImport('export.txt', entries.join('')),
  )
})
