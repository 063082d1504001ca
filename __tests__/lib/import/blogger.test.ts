import { describeOutcome } from '../../support/exports/describe-outcome.ts'
import { runImport } from '../../support/exports/run-import.ts'
import { makeZip } from '../../support/exports/zip.ts'

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
      `<title>Not yet</title><app:control xmlns:app='http://purl.org/atom/app#'><app:draft>yes</app:draft></app:control>${text('x')}`,
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
    entry(
      11,
      'post',
      `<title>Xhtml</title><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>The <b>bell</b> rang.</p></div></content>`,
    ),
    entry(
      12,
      'post',
      `<title>Sound</title>${text('<p>x</p>')}<link rel='enclosure' type='audio/mpeg' href='https://old.example/a.mp3' length='1'/>`,
    ),
    entry(
      13,
      'post',
      `<title>Flash</title>${text('<object width="425"><param name="movie" value="http://www.youtube.com/v/abcdefghijk&fs=1"></param><embed src="http://www.youtube.com/v/abcdefghijk&fs=1"></embed></object>')}`,
    ),
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
      ['a draft', 'post-2', 'posts/2011/2011-05-03-not-yet.md', ['draft: true'], 'its status was "draft"'],
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
      ['XHTML', 'post-11', 'posts/2011/2011-05-03-xhtml.md', ['The **bell** rang.']],
      [
        'sound that went with it',
        'post-12',
        'posts/2011/2011-05-03-sound.md',
        ['<audio src="https://old.example/a.mp3"></audio>\n\nx'],
      ],
      [
        'a film of the days of Flash',
        'post-13',
        'posts/2011/2011-05-03-flash.md',
        ['<https://www.youtube.com/watch?v=abcdefghijk>'],
      ],
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
    entry(2, 'POST', 'DRAFT', '<title>Binned</title><content type="html">x</content><blogger:trashed/>'),
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
      ['a draft', 'post-2', 'posts/2020/2020-01-02-binned.md', ['draft: true']],
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
