import { parseSite } from '#lib/config/parse/parse-site.ts'
import { parsePost } from '#lib/content/parse-post.ts'

const { site } = parseSite('timeZone: Europe/London\n', 'site.yaml')

function parse(lines: string) {
  const bytes = Buffer.from(`---\ntitle: A story\ndate: 2026-11-23T09:00:00Z\n${lines}\n---\n\nWords.\n`)
  const { post, problems } = parsePost({ path: 'posts/a.md', bytes }, site)
  return {
    weight: post?.weight,
    until: post?.breakingUntil,
    messages: problems.map(({ message }) => message),
  }
}

describe('a story', () => {
  it.each([
    ['', null],
    ['featured: true', 0],
    ['featured: false', null],
    ['weight: 2', 2],
    ['weight: -1', -1],
    ['weight: 0', null],
    ['featured: yes\nweight: 3', 3],
  ])('with %j has the weight %j', (lines, weight) => {
    expect(parse(lines)).toEqual({ weight, until: null, messages: [] })
  })

  it.each([
    ['breaking: true', '2026-11-23T15:00:00Z'],
    ['breaking: true\nbreaking_until: 2026-11-23 12:30', '2026-11-23T12:30:00Z'],
    ['breaking: true\nbreakingUntil: 2026-11-24T00:00:00+01:00', '2026-11-23T23:00:00Z'],
    ['breaking: false\nbreaking_until: 2026-11-23 12:30', null],
    ['breaking_until: 2026-11-23 12:30', null],
  ])('with %j is breaking until %j', (lines, until) => {
    expect(parse(lines)).toEqual({ weight: null, until, messages: [] })
  })

  it.each([
    ['weight: heavy', 'this is no whole number, and was not used'],
    ['featured: perhaps', 'this is neither true nor false, and was read as false'],
  ])('with %j is published with a warning', (lines, message) => {
    expect(parse(lines)).toEqual({ weight: null, until: null, messages: [message] })
  })

  it('whose time of ending cannot be read breaks for six hours, with a warning', () => {
    const { until, messages } = parse('breaking: true\nbreaking_until: soon')
    expect(until).toBe('2026-11-23T15:00:00Z')
    expect(messages).toHaveLength(1)
  })
})
