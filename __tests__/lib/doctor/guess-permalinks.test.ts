import { guessPermalinks, keepAnswered, type StoryNames } from '#lib/doctor/guess-permalinks.ts'

const ferry: StoryNames = {
  slug: 'ferry',
  filename: '2014-06-30-ferry',
  title: 'The Chain Ferry!',
  date: '2014-06-30',
  section: 'harbour',
  tags: ['boats'],
  language: 'en',
}
const tide: StoryNames = {
  ...ferry,
  slug: 'high-tide',
  filename: '2015-01-02-high-tide',
  title: 'High tide',
  date: '2015-01-02',
  section: 'news',
}
const sand: StoryNames = {
  ...ferry,
  slug: 'sand',
  filename: '2016-11-09-sand',
  title: 'Sand',
  date: '2016-11-09',
  section: 'news',
  language: 'fr',
}
const stories = [ferry, tide, sand]

describe('the pattern of old addresses', () => {
  it.each([
    [
      'WordPress by day',
      '/:year/:month/:day/:slug/',
      ['/2014/06/30/ferry/', '/2015/01/02/high-tide/', '/2016/11/09/sand/'],
    ],
    ['WordPress by month', '/:year/:month/:slug/', ['/2014/06/ferry/', '/2015/01/high-tide/']],
    ['Blogger', '/:year/:month/:slug.html', ['/2014/06/ferry.html', '/2015/01/high-tide.html']],
    [
      'Jekyll',
      '/:categories/:year/:month/:day/:slug.html',
      ['/harbour/2014/06/30/ferry.html', '/news/2015/01/02/high-tide.html'],
    ],
    ['Hugo by section', '/:categories/:slug/', ['/harbour/ferry/', '/news/high-tide/']],
    ['a folder of its own', '/articles/:slug', ['/articles/ferry', '/articles/high-tide']],
    ['a tag of the story', '/:categories/:slug/', ['/boats/ferry/', '/news/high-tide/']],
    ['names of files', '/blog/:filename', ['/blog/2014-06-30-ferry', '/blog/2015-01-02-high-tide']],
    ['titles', '/:title', ['/the-chain-ferry', '/The_Chain_Ferry']],
    ['months without a nought', '/:year/:i_month/:i_day/:slug', ['/2014/6/30/ferry', '/2015/1/2/high-tide']],
    ['languages', '/:lang/:slug/', ['/en/ferry/', '/fr/sand/']],
    ['an index file', '/:slug/index.html', ['/ferry/index.html', '/sand/index.html']],
    ['the top', '/:slug', ['/ferry', '/sand', '/high-tide']],
  ])('%s: %s', (_, pattern, paths) => {
    expect(guessPermalinks(paths, stories)).toEqual({
      permalinks: [{ pattern, answers: paths }],
      unanswered: [],
    })
  })

  it('finds several, the one that explains most first, and says what none explains', () => {
    const { permalinks, unanswered } = guessPermalinks(
      [
        '/2014/06/30/ferry/',
        '/2015/01/02/high-tide/',
        '/2016/11/09/sand/',
        '/p/ferry',
        '/p/sand',
        '/about',
        '/?p=12',
      ],
      stories,
    )
    expect(permalinks.map(({ pattern }) => pattern)).toEqual(['/:year/:month/:day/:slug/', '/p/:slug'])
    expect(unanswered).toEqual(['/about', '/?p=12'])
  })

  it.each([
    ['one address alone is chance', ['/a/ferry/']],
    ['a story of that name of another year', ['/2003/ferry/', '/2004/sand/']],
    ['nothing', []],
  ])('guesses nothing from %s', (_, paths) => {
    expect(guessPermalinks(paths, stories)).toEqual({ permalinks: [], unanswered: paths })
  })

  it('reads percent-encoded names and names in another form of Unicode', () => {
    const boat = { ...ferry, slug: 'bâc', filename: 'bac' }
    const paths = ['/x/b%C3%A2c', '/x/ba%CC%82c']
    expect(guessPermalinks(paths, [boat]).permalinks).toEqual([{ pattern: '/x/:slug', answers: paths }])
  })
})

it('counts only what the site would answer', () => {
  const paths = ['/blog/ferry/', '/blog/Sand/', '/none']
  const guess = guessPermalinks(paths, stories)
  expect(guess.permalinks).toEqual([{ pattern: '/blog/:slug/', answers: ['/blog/ferry/', '/blog/Sand/'] }])
  expect(keepAnswered(paths, guess, new Set(['/blog/ferry', '/blog/high-tide', '/blog/sand']))).toEqual({
    permalinks: [{ pattern: '/blog/:slug/', answers: ['/blog/ferry/'] }],
    unanswered: ['/blog/Sand/', '/none'],
  })
})
