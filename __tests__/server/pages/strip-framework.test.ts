import { createCssInliner } from '../../../server/pages/strip/inline-css.ts'
import { stripFramework } from '../../../server/pages/strip/strip-framework.ts'

const SHEETS: Record<string, string> = {
  '/_next/static/a.css': 'a{color:red}',
  '/_next/static/css/b.css': 'b{background:url(../media/x.svg)}',
  '/_next/static/large.css': `c{content:"${'x'.repeat(50_000)}"}`,
}
const inline = createCssInliner((url) => SHEETS[url] ?? null)
const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>${head}</head><body>${body}</body></html>`

/** The page without the speculation rules that every page ends in. */
function strip(head: string, body: string) {
  const { html, ...rest } = stripFramework(page(head, body), inline)
  return { html: html.replace(/<script type="speculationrules">.*?<\/script>/, ''), ...rest }
}

it.each([
  [
    'framework scripts',
    '<script src="/_next/static/x.js" async=""></script>',
    '<script>self.__next_f.push([1,"</p><p>"])</script><p>a</p>',
    '',
    '<p>a</p>',
  ],
  [
    'their preloads',
    '<link rel="preload" as="script" href="/_next/static/x.js"/><link rel="preload" href="/_next/static/a.css" as="style"/>',
    '<p>a</p>',
    '',
    '<p>a</p>',
  ],
  ['comments between texts', '', '<p>By<!-- --> <a href="/x">A</a></p>', '', '<p>By <a href="/x">A</a></p>'],
  ['empty places', '', '<div hidden=""><!--$--><!--/$--></div><p>a</p>', '', '<p>a</p>'],
])('takes out %s', (_name, head, body, leanHead, leanBody) => {
  expect(strip(head, body).html).toBe(page(leanHead, leanBody))
})

it('puts preloads behind the metadata, wherever they stood', () => {
  const font = '<link rel="preload" href="/a.woff2" as="font" crossorigin="anonymous"/>'
  const image = '<link rel="preload" as="image" imageSrcSet="/a.avif 1x"/>'
  const wanted = page(`<title>a</title>${font}${image}`, '<main><p>a</p></main>')
  expect(strip(`${font}<title>a</title>`, `<main>${image}<p>a</p></main>`).html).toBe(wanted)
  expect(strip(`<title>a</title>${font}`, `<main>${image}<p>a</p></main>`).html).toBe(wanted)
})

it('puts what the layout has in the head behind the metadata, whichever React wrote first', () => {
  const own =
    '<link rel="license" href="/license.xml"/><meta property="og:logo" content="/a.png"/><link rel="search" href="/b.xml"/>'
  const metadata = '<title>a</title><meta property="og:title" content="a"/><link rel="canonical" href="/a"/>'
  expect(strip(own + metadata, '').html).toBe(page(metadata + own, ''))
  expect(strip(metadata + own, '').html).toBe(page(metadata + own, ''))
})

it('leaves one of two preloads of the same file, the last', () => {
  const [hint, element, other] = [
    '<link rel="preload" href="/a.woff2" as="font" crossorigin=""/>',
    '<link rel="preload" href="/a.woff2" as="font" crossorigin="anonymous"/>',
    '<link rel="preload" href="/b.woff2" as="font" crossorigin="anonymous"/>',
  ]
  expect(strip(hint + other + element, '').html).toBe(page(other + element, ''))
})

it.each([
  ['<script type="application/ld+json">{"a":"<!-- -->"}</script>'],
  ['<script data-keep="">document.title</script>'],
  ['<link rel="preload" href="/media/a.jpg" as="image" fetchPriority="high"/>'],
  ['<link rel="preload" href="/_next/static/media/a.woff2" as="font" type="font/woff2"/>'],
  ['<link rel="alternate" type="application/rss+xml" href="/feed.xml"/>'],
])('leaves %s as it is', (head) => {
  expect(strip(head, '<p>a</p>').html).toBe(page(head, '<p>a</p>'))
})

it.each([
  ['text that looks like markup', '<p>a &lt;script&gt; <code>&lt;!-- x --&gt;</code></p>'],
  ['white space in code', '<pre>  a\n\n   b</pre>'],
  ['a hidden place with something in it', '<div hidden="">a</div>'],
  ['letters of any kind', '<p>Zoë 🐟 עברית</p>'],
])('leaves %s as it is', (_name, body) => {
  expect(strip('', body).html).toBe(page('', body))
})

it('puts style sheets into the page in their order, behind the metadata, their URLs made absolute', () => {
  const sheets =
    '<link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/><link rel="stylesheet" href="/_next/static/css/b.css"/>'
  expect(strip(`${sheets}<title>T</title>`, '<a><b></b></a>').html).toBe(
    page(
      '<title>T</title><style>a{color:red}b{background:url("/_next/static/media/x.svg")}</style>',
      '<a><b></b></a>',
    ),
  )
})

it.each([
  ['an element of the page', '<a></a>', 'a{color:red}'],
  ['an element that a script of ours makes', '<script data-keep="">make("a")</script>', 'a{color:red}'],
  ['nothing', '<p>a</p>', null],
])('carries the rules for %s', (_name, body, css) => {
  const style = css === null ? '' : `<style>${css}</style>`
  expect(strip('<link rel="stylesheet" href="/_next/static/a.css"/>', body).html).toBe(page(style, body))
})

it.each(['/_next/static/large.css', '/_next/static/unknown.css'])('leaves %s a file', (href) => {
  const link = `<link rel="stylesheet" href="${href}"/>`
  const { html, policy } = strip(link, '')
  expect(html).toBe(page(link, ''))
  expect(policy.hasSheets).toBe(true)
})

it('names in its policy what stays, and nothing else', () => {
  const { policy } = strip(
    '<link rel="stylesheet" href="/_next/static/a.css"/><script>framework()</script>',
    '<script data-keep="">a()</script><script type="application/ld+json">{}</script>',
  )
  // printf 'a()' | openssl dgst -sha256 -binary | base64
  expect(policy.scripts).toContain('qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4=')
  expect(policy.scripts).toHaveLength(2)
  expect(policy.styles).toHaveLength(1)
  expect(policy).toMatchObject({ hasScriptFiles: false, hasSheets: false, styleAttributes: [] })
})

it.each([
  [
    'a page that scripts complete',
    '<!DOCTYPE html><html id="__next_error__"><head></head><body><script>x</script></body></html>',
  ],
  ['a part still to come', page('', '<template id="B:0"></template><script>$RC("B:0","S:0")</script>')],
  ['what is no page', '<p>a</p><script>x</script>'],
])('leaves %s whole, and says why', (_name, html) => {
  const leaned = stripFramework(html, inline)
  expect(leaned.html).toBe(html)
  expect(leaned.mismatch).not.toBeNull()
  expect(leaned.policy.scripts).toHaveLength(1)
})

it('gives the document the language of its story, and leaves a page without one as it is', () => {
  const story =
    '<article lang="ar" dir="rtl" data-document-language=""><p lang="fr" dir="ltr">a</p></article>'
  const whole = `<!DOCTYPE html><html lang="en" dir="ltr" data-masthead="start"><head></head><body>${story}</body></html>`
  expect(stripFramework(whole, inline).html).toContain('<html lang="ar" dir="rtl" data-masthead="start">')
  expect(strip('', '<article lang="ar" dir="rtl"><p>a</p></article>').html).toContain('<html lang="en">')
})
