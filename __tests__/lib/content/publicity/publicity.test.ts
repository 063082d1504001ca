import { held, open, plain, readPublicity, warned } from '../../../support/read-publicity.ts'

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
    expect(readPublicity(values)).toEqual(plain)
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
    { publicar_el: 'lunes' },
  ])('%j', (values) => {
    expect(readPublicity(values)).toEqual(held)
  })

  it.each([
    'posts/drafts/a.md',
    'posts/news/_private/a.md',
    'posts/a.draft.md',
    'posts/DRAFT council.md',
    'posts/brouillons/a.md',
  ])('%s', (path) => {
    expect(readPublicity({}, path)).toEqual(held)
  })

  it('Jekyll’s folder of drafts is plain', () => {
    expect(readPublicity({}, 'posts/_drafts/a.md')).toEqual(plain)
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
    expect(readPublicity(values)).toEqual(held)
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
    expect(readPublicity(values)).toEqual(warned)
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
    expect(readPublicity(values)).toEqual(open)
  })
})
