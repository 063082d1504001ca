import { describeOutcome } from '../../support/exports/describe-outcome.ts'
import { runImport } from '../../support/exports/run-import.ts'
import { makeZip } from '../../support/exports/zip.ts'

describe('an export of Substack', () => {
  const rows = [
    '100.ferry,2021-03-04T05:06:07.000Z,true,,,newsletter,everyone,"Ferry, ""the"" chain",Back on Saturday,',
    '101.paid,2021-03-05T05:06:07.000Z,true,,,newsletter,only_paid,Paid,,',
    '102.founding,2021-03-05T05:06:07.000Z,true,,,newsletter,founding,Founding,,',
    '103.,,false,,,newsletter,everyone,Not yet,,',
    '104.sound,2021-03-06T05:06:07.000Z,true,,,podcast,everyone,Sound,,https://e.example/a.mp3',
    '105.thread,2021-03-07T05:06:07.000Z,true,,,thread,everyone,Thread,,',
    '106.about,2021-03-07T05:06:07.000Z,true,,,page,everyone,About,,',
    '107.letter,2021-03-07T05:06:07.000Z,true,,,adhoc_email,everyone,Letter,,',
    '108.notes,2021-03-08T05:06:07.000Z,true,,,newsletter,everyone,Notes,,',
    '111.widgets,2021-03-09T05:06:07.000Z,TRUE,,,newsletter,everyone,Widgets,,',
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
    '111.widgets':
      '<p>A</p><div class="image-gallery-embed" data-attrs="{&quot;gallery&quot;:{&quot;images&quot;:[{&quot;src&quot;:&quot;https://e.example/1.png&quot;},{&quot;src&quot;:&quot;https://e.example/2.png&quot;}],&quot;caption&quot;:&quot;Two&quot;}}"></div><div class="latex-rendered" data-attrs="{&quot;persistentExpression&quot;:&quot;x^2&quot;}"></div><div class="embedded-post-wrap" data-attrs="{&quot;title&quot;:&quot;Other&quot;,&quot;canonical_url&quot;:&quot;https://e.example/p/o&quot;}"></div><p class="button-wrapper"><a class="button primary" href="%%checkout_url%%"><span>Subscribe now</span></a></p><div class="poll-embed" data-attrs="{&quot;id&quot;:1}"></div><p>Z</p>',
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
      [
        'what scripts would fill',
        '111.widgets',
        'posts/2021/2021-03-09-widgets.md',
        [
          'A\n\n![](https://e.example/1.png)\n\n![](https://e.example/2.png)\n\n*Two*\n\n$$\nx^2\n$$\n\n[Other](https://e.example/p/o)\n\nZ\n',
        ],
        'a part that only its old program can show was left out: poll-embed',
      ],
      ['a draft', '103.', /not-yet\.md$/, [], 'it was not published'],
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
      ['a text without a row', '110.lost', /lost\.md$/, [], 'it has no row in posts.csv'],
    ],
    () => runImport('substack.zip', zip),
  )
})
