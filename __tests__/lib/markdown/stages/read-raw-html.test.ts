import { renderPost } from '../render-post.ts'

describe('a writer’s own HTML', () => {
  it.each([
    [
      '<details open><summary>Tides</summary>\n\n*High*\n\n</details>',
      '<details open><summary>Tides</summary>\n<p><em>High</em></p>\n</details>',
    ],
    ['<div class="x">\n\n*High*\n\n</div>', '<div>\n<p><em>High</em></p>\n</div>'],
    ['<div>\n*High*\n</div>', '<div>\n*High*\n</div>'],
    ['<p lang="fr" dir="ltr" style="x">Haute</p>', '<p lang="fr" dir="ltr">Haute</p>'],
    ['<bdo dir="rtl">x</bdo> <bdi>y</bdi>', '<p><bdo dir="rtl">x</bdo> <bdi>y</bdi></p>'],
    [
      'H<sub>2</sub>O, <kbd>x</kbd>, <mark>y</mark>, <ins>z</ins>',
      '<p>H<sub>2</sub>O, <kbd>x</kbd>, <mark>y</mark>, <ins>z</ins></p>',
    ],
    [
      '<ruby>潮<rp>(</rp><rt>しお</rt><rp>)</rp></ruby>',
      '<p><ruby>潮<rp>(</rp><rt>しお</rt><rp>)</rp></ruby></p>',
    ],
    [
      '<blockquote cite="https://tides.example/">x</blockquote>',
      '<blockquote cite="https://tides.example/">x</blockquote>',
    ],
    ['<blockquote cite="javascript:x">x</blockquote>', '<blockquote>x</blockquote>'],
    ['<center>High</center> water', '<p>High water</p>'],
    ['<div>High', '<div>High\n</div>'],
    ['<p>High\n\nwater', '<p>High</p>\n<p>water</p>'],
    ['High </div></article> water', '<p>High  water</p>'],
    ['<input type="text" value="x"> High', '<p>High</p>'],
    [
      '- [x] High\n- [ ] Low',
      '<ul class="contains-task-list">\n<li class="task-list-item"><label><input checked type="checkbox" disabled> High</label></li>\n<li class="task-list-item"><label><input type="checkbox" disabled> Low</label></li>\n</ul>',
    ],
    ['High\n: Twice a day', '<dl>\n<dt>High</dt>\n<dd>Twice a day\n</dd>\n</dl>'],
    ['~~High~~ **Low**', '<p><del>High</del> <strong>Low</strong></p>'],
  ])('%s', (markdown, html) => {
    expect(renderPost(markdown)).toEqual({ html, headings: [], notes: [] })
  })

  it.each([
    ['High <script>x</script>water', '<p>High water</p>', 'A <script> element was left out.'],
    ['<svg><title>x</title></svg>', '', 'A <svg> element was left out.'],
  ])('%s: what is left out is noted', (markdown, html, note) => {
    expect(renderPost(markdown)).toEqual({ html, headings: [], notes: [note] })
  })

  it.each([
    [
      '<video src="tide.mp4" poster="/p.jpg" autoplay loop></video>',
      '<video src="/media/posts/2014/tide.mp4" poster="/media/p.jpg" controls preload="none"></video>',
    ],
    [
      '<audio><source src="https://tides.example/x.mp3" type="audio/mpeg"><source src="file:///x"></audio>',
      '<audio controls preload="none"><source src="https://tides.example/x.mp3" type="audio/mpeg"></audio>',
    ],
  ])('%s waits for the reader', (markdown, html) => {
    expect(renderPost(markdown).html).toBe(html)
  })
})

describe('tables', () => {
  it('scroll in a box of their own and say what their headers head', () => {
    expect(renderPost('| Tide | Time |\n|:-:|-|\n| High | 06:12 |').html.replaceAll('\n', '')).toBe(
      '<div class="table" tabindex="0" role="region" aria-label="Table"><table><thead><tr>' +
        '<th scope="col" class="align-center">Tide</th><th scope="col">Time</th></tr></thead><tbody><tr>' +
        '<td class="align-center">High</td><td>06:12</td></tr></tbody></table></div>',
    )
  })

  it('are named by their caption; a header beside data heads its row', () => {
    expect(
      renderPost(
        '<table><caption>High <b>water</b></caption><tr><th>Mon</th><td rowspan="2">06:12</td></tr></table>',
      ).html,
    ).toBe(
      '<div class="table" tabindex="0" role="region" aria-label="High water"><table><caption>High <b>water</b></caption>' +
        '<tbody><tr><th scope="row">Mon</th><td rowspan="2">06:12</td></tr></tbody></table></div>',
    )
  })
})

it.each([
  ['fr-CA', 'Tableau'],
  ['ar', 'جدول'],
  ['zh', 'Table'],
])('names a table without a caption in the language of the text: %s', (language, name) => {
  expect(renderPost('| a |\n| - |\n| 1 |\n', { language }).html).toContain(`aria-label="${name}"`)
})

it.each([
  ['en', 'Open what maps.example shows here'],
  ['de-AT', 'Öffnen, was maps.example hier zeigt'],
  ['fr', 'Ouvrir ce que maps.example montre ici'],
  ['zh-Hans', '打开 maps.example 在此显示的内容'],
  ['pl', 'Open what maps.example shows here'],
])('says what a frame showed in the language of the text: %s', (language, text) => {
  const html = renderPost('<iframe src="https://maps.example/town"></iframe>\n', { language }).html
  expect(html).toContain(`>${text}</a>`)
})
