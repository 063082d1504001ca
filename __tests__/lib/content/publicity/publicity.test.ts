import { defaultSite } from '#lib/config/site.ts'
import { parsePost } from '#lib/content/parse-post.ts'
import { parsePublicity } from '#lib/content/publicity/publicity.ts'

function read(values: Record<string, unknown>, path = 'posts/a.md') {
  const { value, diagnostics } = parsePublicity(values, path, 'UTC')
  const { draft, gates, crawling } = value
  return { draft, gates, crawling, warned: diagnostics.length > 0 }
}

const plain = { draft: true, gates: [], crawling: 'all', warned: false }
const held = { ...plain, warned: true }
const open = { ...plain, draft: false }
const warned = { ...open, warned: true }

describe('what plainly says "not public" makes a draft, and nothing more is said', () => {
  it.each([
    { draft: true },
    { draft: 'yes' },
    { Draft: 1 },
    { isDraft: 'true' },
    { draft: 'draft' },
    { private: true },
    { is_private: 'on' },
    { hidden: true },
    { secret: true },
    { unpublished: true },
    { published: false },
    { published: 'no' },
    { publish: false },
    { 'dg-publish': false },
    { public: false },
    { status: 'draft' },
    { status: 'hidden' },
    { status: 'Pending' },
    { post_status: 'draft' },
    { post_status: 'private' },
    { state: 'draft' },
    { visibility: 'private' },
    { visibility: 'members' },
    { visibility: 'paid' },
    { access: 'members' },
    { workflow_state: 'in review' },
    { brouillon: true },
    { brouillon: 'oui' },
    { entwurf: 'ja' },
    { borrador: 'sí' },
    { bozza: true },
    { rascunho: 'sim' },
    { 下書き: true },
    { черновик: 'да' },
    { publié: 'non' },
    { veröffentlicht: 'nein' },
    { statut: 'brouillon' },
    { estado: 'borrador' },
    { zustand: 'entwurf' },
    { extra: { private: true } },
    { params: { hidden: true } },
    { in_draft: true },
    { not_for_publication: true },
    { is_published: 'f' },
    { audience: 'staff' },
    { status: '未公開' },
    { status: { name: 'draft' } },
    { workflow: { state: 'in review' } },
    { cascade: { draft: true } },
    { frontmatter: { draft: 'yes' } },
    { sys: { published: false } },
    { publish: { web: false } },
    { approval: 'pending' },
    { stage: 'staging' },
  ])('%j', (values) => {
    expect(read(values)).toEqual(plain)
  })
})

describe('what the site has no way to honour is kept as a draft, and said', () => {
  it.each([
    { draft: 'maybe' },
    { unlisted: true },
    { headless: true },
    { eleventyExcludeFromCollections: true },
    { permalink: false },
    { members_only: true },
    { membersOnly: 'yes' },
    { password: 'tide' },
    { post_password: 'tide' },
    { _build: { render: 'never' } },
    { build: { render: false } },
    { build: { list: 'never' } },
    { visible: false },
    { listed: 'no' },
    { embargo: true },
    { embargo: 'until the council has met' },
    { publishDate: 'soon', embargo_until: 'soon' },
    { visibility: 'tier-gold' },
    { do_not_publish: true },
    { hide: true },
    { on_hold: true },
    { spiked: 'yes' },
    { offline: true },
    { members: true },
    { nofeed: true },
    { approved: 'pending' },
    { sichtbar: 'nein' },
    { publish: 2027 },
    { print_only: true },
    { 'not for web': 'yes' },
    { needs_approval: true },
    { exclude_from_home: true },
    { exclude_here: true },
    { sperrvermerk: 'ja' },
    { nda: true },
    { expired: true },
    { valid_until: 'the vote' },
    { embargo: { lifted: false } },
    { protected: { enabled: true } },
    { our_desk: { draft: true } },
    { our_desk: { publish: 'no' } },
  ])('%j', (values) => {
    expect(read(values)).toEqual(held)
  })

  it.each([
    'posts/drafts/a.md',
    'posts/news/_private/a.md',
    'posts/a.draft.md',
    'posts/DRAFT council.md',
    'posts/brouillons/a.md',
  ])('%s', (path) => {
    expect(read({}, path)).toEqual(held)
  })

  it('Jekyll’s folder of drafts is plain', () => {
    expect(read({}, 'posts/_drafts/a.md')).toEqual(plain)
  })
})

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
    expect(read({ [key]: '2027-01-01' })).toMatchObject({ draft: false, gates: ['2027-01-01T00:00:00Z'] })
  })
})

describe('keys that only look like these are never passed over', () => {
  it.each([
    { hiden: true },
    { pirvate: true },
    { privat_post: true },
    { draftMode: true },
    { hide_this_story: true },
    { confidentiality: 'secret' },
    { publishd: false },
    { publish_story: 'no' },
    { embrago: true },
    { article_statu: 'draft' },
    { myStatus: 'draft' },
  ])('%j is held back', (values) => {
    expect(read(values)).toEqual(held)
  })

  it.each([
    { hiden: 'later' },
    { privacy_level: 3 },
    { draftEditor: 'vim' },
    { publish_queue: 'b' },
    { status: 'mulling' },
    { myStatus: 'rather good' },
    { embargo_note: 'ask the desk' },
    { live: false },
    { flags: ['featured', 'draft'] },
    { tags: ['Draft'] },
    { category: 'private' },
    { layout: 'draft' },
    { google: 'noindex' },
    { share: { with: 'private' } },
    { feed: false },
    { search: false },
    { archived: true },
    { audience: 'readers of the yearbook' },
    { publicar_el: 'lunes' },
    { reviewed: false },
    { publish: 'after the vote' },
    { widget: { private: true } },
    { our_desk: { status: 'draft' } },
    { title: '[DRAFT] The quay' },
    { title: 'The quay (draft)' },
    { title: 'EMBARGOED: The quay' },
    { title: 'Private: The quay' },
    { title: 'Geschützt: Der Kai' },
    { title: '非公開: 桟橋' },
    { title: '【下書き】桟橋' },
  ])('%j is warned of', (values) => {
    expect(read(values)).toEqual(warned)
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
    expect(read(values)).toMatchObject({ draft: false, gates: ['2027-01-01T00:00:00Z'] })
  })

  it('a misspelt day is waited for', () => {
    expect(read({ embrago: '2027-01-01' })).toMatchObject({ gates: ['2027-01-01T00:00:00Z'] })
  })
})

describe('what has nothing to do with it, or says "public", is nothing to speak of', () => {
  it.each([
    { draft: false, published: true, hidden: 'no', private: 'non' },
    { draft: 0 },
    { published: '2018-04-23' },
    { status: 'publish' },
    { status: 'Published' },
    { visibility: 'public' },
    { visibility: 10 },
    { password: '' },
    { embargo: null },
    { embargo: false },
    { publisher: 'Quay Press', publication: 'The Tide', published_by: 'ada' },
    { hide_title: true, hideSidebar: true, hide: ['toc'], show_comments: false },
    { public_domain: true },
    { state: 'Louisiana', stage: 'north', review: true },
    { permalink: '/2020/a/' },
    { list: ['a'] },
    { http_status: 404 },
    { title: 'Private', description: 'Draft', image: { hidden: 'private' } },
    { hide: 'toc', tags: ['draft beer', 'hidden gems'] },
    { publishdate: '2026-11-20' },
    { title: 'Draft: England pick a keeper', headline: 'Private lessons (part 2)' },
    { comments: { hidden: true }, sidebar: { visible: false }, toc: { enabled: false } },
    { cover: { hidden: true }, nav: { draft: true } },
    { workflow: { state: 'published', editor: 'Ada Quill' } },
    { private: { notes: 'none' }, internal: { type: 'Story' } },
    { display: { title: false }, env: 'production' },
    { start_date: '2027-01-01', issued: 'weekly', launch: 'of a boat' },
    { head: [['meta', { name: 'author', content: 'none' }]] },
  ])('%j', (values) => {
    expect(read(values)).toEqual(open)
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

describe('search engines', () => {
  it.each([
    [{ noindex: true }, 'no-index'],
    [{ robots: 'noindex, nofollow' }, 'no-index'],
    [{ robots: ['noindex'] }, 'no-index'],
    [{ robots: 'none' }, 'no-index'],
    [{ robots: { index: false } }, 'no-index'],
    [{ robots: { noindex: true } }, 'no-index'],
    [{ robotsNoIndex: true }, 'no-index'],
    [{ seo: { noindex: true } }, 'no-index'],
    [{ seo: { robots: 'noindex' } }, 'no-index'],
    [{ '_yoast_wpseo_meta-robots-noindex': '1' }, 'no-index'],
    [{ rank_math_robots: ['noindex'] }, 'no-index'],
    [{ index: false }, 'no-index'],
    [{ sitemap: false }, 'no-sitemap'],
    [{ sitemap: { exclude: true } }, 'no-sitemap'],
    [{ sitemap: { disable: 'yes' } }, 'no-sitemap'],
    [{ sitemap_exclude: 'yes' }, 'no-sitemap'],
    [{ sitemap: false, noindex: true }, 'no-index'],
    [{ meta: [{ name: 'robots', content: 'noindex' }] }, 'no-index'],
    [{ head: [['meta', { name: 'robots', content: 'noindex, follow' }]] }, 'no-index'],
    [{ noindex: false }, 'all'],
    [{ robots: 'index, follow' }, 'all'],
    [{ index: 0 }, 'all'],
    [{ sitemap: { priority: 0.5 } }, 'all'],
  ])('%j: %s', (values, crawling) => {
    expect(read(values)).toEqual({ ...open, crawling })
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
