import { planFrontPage } from '../../app/_front/plan-front-page.ts'

const PICTURE = { src: 'a.jpg', alt: '', caption: '', credit: '', focalPoint: null }
const story = (slug: string, image: typeof PICTURE | null = PICTURE, weight: number | null = null) => ({
  slug,
  image,
  weight,
})
const stories = (...slugs: string[]) => slugs.map((slug) => story(slug))
const slugs = (list: readonly { slug: string }[]) => list.map(({ slug }) => slug)

const TWENTY = stories(...Array.from({ length: 20 }, (_, place) => `s${place}`))

describe('planFrontPage', () => {
  it('gives an empty paper nothing', () => {
    const nothing = { lead: null, seconds: [], latest: [], blocks: [], rest: [] }
    expect(planFrontPage([], [])).toEqual(nothing)
  })

  it('gives the only story the lead, and its section no block', () => {
    const plan = planFrontPage(stories('a'), [{ section: 'News', stories: stories('a') }])
    expect(plan.lead?.slug).toBe('a')
    expect(plan.blocks).toEqual([])
  })

  it('leads with the newest story that has a picture, and keeps the others in order', () => {
    const plan = planFrontPage([story('a', null), story('b'), story('c')], [])
    expect(plan.lead?.slug).toBe('b')
    expect(slugs(plan.seconds)).toEqual(['a', 'c'])
  })

  it('leads with the newest when a picture would lead with old news', () => {
    const newest = [...stories('a', 'b', 'c', 'd').map(({ slug }) => story(slug, null)), story('old')]
    expect(planFrontPage(newest, []).lead?.slug).toBe('a')
  })

  it('leads with what the editors featured, the lowest weight first', () => {
    const newest = [story('a'), story('b', null, 2), story('c'), story('d', null, 1)]
    const plan = planFrontPage(newest, [])
    expect(plan.lead?.slug).toBe('d')
    expect(slugs(plan.seconds)).toEqual(['b', 'a', 'c'])
  })

  it('leaves none of the newest out', () => {
    const plan = planFrontPage(TWENTY, [])
    const shown = [plan.lead, ...plan.seconds, ...plan.latest, ...plan.rest].flatMap((one) => one?.slug ?? [])
    expect(shown).toEqual(slugs(TWENTY))
  })

  it('does not print at the foot what a section already shows', () => {
    const plan = planFrontPage(TWENTY, [{ section: 'News', stories: stories('s0', 's1', 's14', 's15') }])
    expect(plan.blocks.map((block) => slugs(block.stories))).toEqual([['s14', 's15']])
    expect(slugs(plan.rest)).toEqual(['s16', 's17', 's18', 's19'])
  })

  it('opens a block with its newest picture', () => {
    const plan = planFrontPage([], [{ section: 'News', stories: [story('a', null), story('b')] }])
    expect(plan.blocks.map((block) => slugs(block.stories))).toEqual([['b', 'a']])
  })
})
