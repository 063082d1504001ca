import { defaultSite } from '#lib/config/site.ts'
import { parsePost } from '#lib/content/parse-post.ts'
import { parsePublicity } from '#lib/content/publicity/publicity.ts'
import { readPublicity } from '../../../support/read-publicity.ts'

describe('a day or time before which nobody is to see it', () => {
  it.each([
    'embargo',
    'embargo_until',
    'embargoed_until',
    'embargoDate',
    'release_date',
    'releaseDate',
    'go_live',
    'goLive',
    'publish_on',
    'publishAt',
    'available_from',
    'scheduled_at',
    'hidden_until',
    'sperrfrist',
  ])('%s', (key) => {
    expect(readPublicity({ [key]: '2027-01-01' })).toMatchObject({
      draft: false,
      gates: ['2027-01-01T00:00:00Z'],
    })
  })

  it.each([
    { publish: '2027-01-01' },
    { visible: '2027-01-01' },
    { release: '2027-01-01' },
    { draft_until: '2027-01-01' },
    { draftTill: '2027-01-01' },
    { first_published: '2027-01-01' },
    { veröffentlichen_am: '2027-01-01' },
    { params: { publishDate: '2027-01-01' } },
    { publication: { start: '2027-01-01' } },
    { publish: { date: '2027-01-01' } },
    { publishing: { date: '2027-01-01' } },
    { schedule: { publish: '2027-01-01' } },
    { release: { at: '2027-01-01' } },
    { our_desk: { publish_at: '2027-01-01' } },
    { webPublicationDate: '2027-01-01' },
    { displayDate: '2027-01-01' },
    { date_de_parution: '2027-01-01' },
  ])('%j is a day to wait for', (values) => {
    expect(readPublicity(values)).toMatchObject({ draft: false, gates: ['2027-01-01T00:00:00Z'] })
  })

  it('a misspelt day is waited for', () => {
    expect(readPublicity({ embrago: '2027-01-01' })).toMatchObject({ gates: ['2027-01-01T00:00:00Z'] })
  })
})

describe('a day after which nobody is to see it', () => {
  it.each([
    'valid_until',
    'validUntil',
    'unpublishedAt',
    'publishing_end',
    'remove_after',
    'hide_this_story_after',
    'show_here_until',
    'offline_at',
    'expired_at',
    'our_expiry_day',
    'post_expiration_time',
    'ablaufdatum',
    'gültig_bis',
    'fecha_de_caducidad',
    'data_scadenza',
    'действует_до',
    '公開終了日',
    '下线时间',
  ])('%s', (key) => {
    const { value, diagnostics } = parsePublicity({ [key]: '2027-01-01' }, 'posts/a.md', 'UTC')
    expect({ ...value, diagnostics }).toMatchObject({
      draft: false,
      gates: [],
      ends: ['2027-01-01T00:00:00Z'],
      diagnostics: [],
    })
  })

  it('is the earliest of several', () => {
    const keys = 'date: 2026-11-20\nexpires: 2028-01-01\nunpublish_on: 2027-06-01\nvalid_until: 2027-01-01'
    const bytes = Buffer.from(`---\n${keys}\n---\nTides.`)
    expect(parsePost({ path: 'posts/a.md', bytes }, defaultSite).post?.expires).toBe('2027-01-01T00:00:00Z')
  })
})

describe('a day that may be one to wait for', () => {
  it.each([
    ['launch_date: 2027-01-01', ['launch_date']],
    ['erscheint: 2027-01-01', ['erscheint']],
    ['album: { release_date: 2027-01-01 }', ['release_date']],
    ['launch_date: 2020-01-01', []],
  ])('%s is said where it is after the story’s own', (keys, fields) => {
    const bytes = Buffer.from(`---\ndate: 2026-11-20\n${keys}\n---\nTides.`)
    const { post, problems } = parsePost({ path: 'posts/a.md', bytes }, defaultSite)
    expect(post).toMatchObject({ draft: false, published: '2026-11-20T00:00:00Z' })
    expect(problems.map(({ field }) => field)).toEqual(fields)
  })
})

describe('of all the days a story names, the latest is when it goes out', () => {
  it.each([
    ['date: 2026-11-27 06:00\npublishDate: 2027-01-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ['date: 2027-01-01\npublishDate: 2026-11-27', '2027-01-01T00:00:00Z'],
    ['publishDate: 2027-01-01', '2027-01-01T00:00:00Z'],
    ['date: 2026-11-20\nembargo: 2027-01-01', '2027-01-01T00:00:00Z'],
    ['date: 2026-11-20\npublished_at: 2027-01-01', '2027-01-01T00:00:00Z'],
    ['date: 2026-11-20\ncreated: 2027-01-01', '2026-11-20T00:00:00Z'],
    ['date: 2026-11-20\nembargo: 2020-01-01', '2026-11-20T00:00:00Z'],
  ])('%j', (keys, published) => {
    const { post } = parsePost(
      { path: 'posts/a.md', bytes: Buffer.from(`---\n${keys}\n---\nTides.`) },
      defaultSite,
    )
    expect(post).toMatchObject({ published, draft: false })
  })

  it('a day to go out that cannot be read keeps it back', () => {
    const bytes = Buffer.from('---\ndate: 2026-11-20\npublishDate: soon\n---\nTides.')
    const { post, problems } = parsePost({ path: 'posts/a.md', bytes }, defaultSite)
    expect(post?.draft).toBe(true)
    expect(problems).toMatchObject([{ severity: 'warning', field: 'publishDate', line: 3 }])
  })
})
