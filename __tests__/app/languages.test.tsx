import { renderToStaticMarkup } from 'react-dom/server'
import { PreviewNotice } from '../../app/_components/PreviewNotice.tsx'
import * as missing from '../../app/%5Fmissing/page.tsx'
import * as archive from '../../app/archive/page.tsx'
import * as corrections from '../../app/corrections/page.tsx'
import { GET as getLlms } from '../../app/llms.txt/route.ts'
import * as notFound from '../../app/not-found.tsx'
import ArticlePage from '../../app/posts/[slug]/page.tsx'
import { fetchFeed } from '../support/fetch-feed.ts'
import { toPostText } from '../support/paper.ts'
import { listTexts, readXml } from '../support/read-xml.ts'
import { setUpPaper } from '../support/test-paper.ts'

const STORY = toPostText({
  title: 'המעבורת חזרה',
  date: '2026-11-22T07:30:00Z',
  section: 'נמל',
  tags: '[גאות]',
  authors: '[עדה קוויל]',
  corrections: '[{date: 2026-11-23, text: שבעים ושמונה ימים.}]',
})

const paper = setUpPaper({ 'site.yaml': 'name: העיתון\nlanguage: he\n', 'posts/ferry.md': STORY })

function params<Values>(values: Values) {
  return { params: Promise.resolve(values) }
}

describe('a paper written from right to left', () => {
  it('describes its feeds in its own words', async () => {
    const rss = readXml(await (await fetchFeed('/sections/נמל/feed.xml')).text())
    expect(listTexts(rss, 'description')[0]).toBe('נמל: הכתבות האחרונות, העיתון.')
    expect(listTexts(rss, 'language')).toEqual(['he'])
    const atom = readXml(await (await fetchFeed('/tags/גאות/atom.xml')).text(), 'atom.rng')
    expect(listTexts(atom, 'subtitle')).toEqual(['כל הכתבות בנושא גאות, העיתון.'])
    const json = await (await fetchFeed('/authors/עדה-קוויל/feed.json')).json()
    expect(json.description).toBe('הכתבות של עדה קוויל, העיתון.')
  })

  it('says in Hebrew what its archive and its corrections are, to people and to machines', async () => {
    expect(await archive.generateMetadata()).toMatchObject({
      title: 'ארכיון — העיתון',
      description: 'העיתון: כל הכתבות, לפי שנה וחודש.',
    })
    expect(await corrections.generateMetadata()).toMatchObject({
      title: 'תיקונים — העיתון',
      description: 'מה טעינו, ומה נכון.',
    })
    const html = renderToStaticMarkup(await corrections.default())
    expect(html).toContain('<h1>תיקונים</h1>')
    expect(html).toContain('"@type":"CollectionPage","@id":"https://paper.example/corrections"')
    expect(html).toContain('"name":"תיקונים","description":"מה טעינו, ומה נכון.","inLanguage":"he"')
  })

  it('labels a correction below its story', async () => {
    const html = renderToStaticMarkup(await ArticlePage(params({ slug: 'ferry' })))
    expect(html).toContain('<section class="corrections" aria-label="תיקון">')
    expect(html).toMatch(/<strong lang="he">תיקון, <time[^>]*>23 בנובמבר 2026<\/time>:<\/strong>/)
  })

  it('tells agents where its stories are', async () => {
    expect(await (await getLlms()).text()).toContain(
      'כל כתבה נמצאת ב־/posts/<name>, וכ־Markdown ב־/posts/<name>.md. פידים: https://paper.example/feed.xml,',
    )
  })

  it('says that a page is not there', async () => {
    const title = 'לא בעיתון הזה'
    expect(await missing.generateMetadata()).toEqual({ title, robots: { index: false } })
    expect(await notFound.generateMetadata()).toEqual({ title })
    expect(renderToStaticMarkup(await notFound.default())).toContain(`<h1>${title}</h1>`)
  })

  it('says so where it has corrected nothing', async () => {
    paper.write('posts/ferry.md', toPostText({ title: 'המעבורת חזרה' }))
    await paper.sync()
    expect(renderToStaticMarkup(await corrections.default())).toContain(
      '<p class="list-empty">עוד לא תוקן דבר.</p>',
    )
  })
})

describe('the note above a preview', () => {
  const now = new Date('2026-11-22T12:00:00Z')
  const printed = { draft: false, published: '2026-11-22T07:30:00Z', expires: null }

  it.each([
    ['a draft', { ...printed, draft: true }, 'معاينة هذا المقال مسوّدة.'],
    [
      'tomorrow’s story',
      { ...printed, published: '2026-11-23T07:30:00Z' },
      /معاينة سيُنشر هذا المقال في .*2026.*\. يمكن/,
    ],
    ['yesterday’s', { ...printed, expires: '2026-11-21T07:30:00Z' }, 'معاينة انتهت مدّة هذا المقال.'],
    ['what is printed', printed, 'معاينة هذا المقال منشور بالفعل.'],
  ])('speaks Arabic of %s', (_what, post, words) => {
    const site = { language: 'ar', timeZone: 'UTC' }
    const notice = <PreviewNotice post={post} expires="2026-12-01T00:00:00Z" site={site} now={now} />
    const text = renderToStaticMarkup(notice).replaceAll(/<[^>]+>/g, '')
    expect(text).toMatch(words)
    expect(text).toMatch(/يمكن لمن لديه هذا الرابط أن يقرأه حتى .*2026.*\.$/)
  })
})
