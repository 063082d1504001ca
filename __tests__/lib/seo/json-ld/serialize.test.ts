import { buildArticleGraph } from '#lib/seo/json-ld/article.ts'
import { serializeJsonLd } from '#lib/seo/json-ld/serialize.ts'
import { makePost, SITE } from '../../../app/support/story.ts'
import { listUnknownWords } from '../../../support/schema-org.ts'

const buildArticle = (changes: Parameters<typeof makePost>[0]) =>
  buildArticleGraph({
    post: makePost(changes),
    images: [],
    site: SITE,
    siteUrl: 'https://paper.example',
    now: new Date('2026-11-25T00:00:00Z'),
  })

it('would notice a word that is none of schema.org’s', () => {
  expect(listUnknownWords({ '@type': 'NewsArticle', headline: 'A', byLine: 'B' })).toEqual([
    'NewsArticle has no byLine',
  ])
  expect(listUnknownWords([{ '@type': 'NewsStory' }])).toEqual(['no type NewsStory'])
})

it.each(['</script><script>alert(1)</script>', '<!--', ']]>', '\u2028\u2029', '\ud800'])(
  'cannot be ended by %j',
  (title) => {
    const text = serializeJsonLd(buildArticle({ title }))
    expect(text).not.toMatch(/[<>\u2028\u2029]/)
    expect(text.isWellFormed()).toBe(true)
    expect(JSON.parse(text)['@graph'][0].headline).toBe(title.toWellFormed())
  },
)
