import { held, open, plain, readPublicity, warned } from '../../../support/read-publicity.ts'

describe('keys of other languages that plainly say "not public"', () => {
  it.each([
    { geheim: 'ja' },
    { unveröffentlicht: 'ja' },
    { veroeffentlicht: 'nein' },
    { freigegeben: 'nein' },
    { caché: 'oui' },
    { masqué: 'oui' },
    { en_ligne: 'non' },
    { publicar: 'no' },
    { opublikowano: 'nie' },
    { ukryty: 'tak' },
    { publiceren: 'nee' },
    { dold: 'ja' },
    { gizli: 'evet' },
    { yayında: 'hayır' },
    { bản_nháp: 'có' },
    { xuất_bản: 'không' },
    { скрыто: 'да' },
    { опубликовать: 'нет' },
    { 隐藏: '是' },
    { 已发布: '否' },
    { 非公開: true },
    { 비공개: '예' },
    { 발행: false },
    { مخفي: 'نعم' },
    { نشر: 'لا' },
    { מוסתר: 'כן' },
    { פורסם: 'לא' },
    { δημοσιευμένο: 'όχι' },
    { प्रकाशित: 'नहीं' },
    { statut: 'en relecture' },
    { статус: 'на проверке' },
    { 状态: '审核中' },
  ])('%j', (values) => {
    expect(readPublicity(values)).toEqual(plain)
  })
})

describe('keys of other languages and programs for what the site cannot honour', () => {
  it.each([
    { gesperrt: 'ja' },
    { nur_intern: 'ja' },
    { nicht_veröffentlichen: 'ja' },
    { non_publié: 'oui' },
    { à_relire: 'oui' },
    { 'réservé aux abonnés': 'oui' },
    { solo_suscriptores: true },
    { riservato: true },
    { nie_publikować: 'tak' },
    { не_публиковать: 'да' },
    { 会員限定: true },
    { 加密: true },
    { 禁止发布: true },
    { חסוי: 'כן' },
    { محجوب: 'نعم' },
    { requiresAuth: true },
    { login_required: 'yes' },
    { encrypted: true },
    { gated: true },
    { invisible: true },
    { removed: true },
    { routable: false },
    { outputs: [] },
    { publish_to: [] },
    { level: 'premium' },
    { groups: ['staff'] },
    { our_state: { nicht_öffentlich: true } },
    { cascade: [{ build: { render: 'never' } }] },
    { cascade: { build: { render: 'never' } } },
    { date: '2026-11-20 draft: true' },
  ])('%j is held back', (values) => {
    expect(readPublicity(values)).toEqual(held)
  })

  it.each([
    { subscription: true },
    { todo: true },
    { archived: '2026-11-21' },
    { eleventyExcludeFromCollections: ['posts'] },
    { hide: ['home'] },
    { exclude: ['feed'] },
    { search: { exclude: true } },
    { finished: false },
    { done: 'no' },
    { tags: ['status/draft'] },
    { tags: '#draft' },
    { tags: ['no-publish'] },
    { site: 'intranet' },
    { _id: 'drafts.abc-123' },
  ])('%j is warned of', (values) => {
    expect(readPublicity(values)).toEqual(warned)
  })

  it.each([
    { صحيفة: 'نعم' },
    { cache: true, mathjax: 'yes', katex: 'да' },
    { exclude: ['sitemap'], hide: ['navigation'] },
    { intern_ship: 'x', internet: true },
    { level: 3, groups: ['harbour'], roles: ['writer'] },
    { outputs: ['HTML'], done: true, progress: '50%' },
    { params: { meta: { draft: false } } },
    { دار_الكتاب: 'نعم' },
  ])('%j is nothing to speak of', (values) => {
    expect(readPublicity(values)).toEqual(open)
  })
})

describe('mappings in mappings', () => {
  it.each([
    { params: { meta: { draft: true } } },
    { extra: { meta: { private: true } } },
    { metadata: { publication: { status: 'draft' } } },
    { workflow: { status: { name: 'draft' } } },
    { cascade: [{ draft: true }] },
  ])('%j', (values) => {
    expect(readPublicity(values)).toEqual(plain)
  })

  it.each([
    { extra: { publish: { date: '2027-01-01' } } },
    { scheduling: { date: '2027-01-01' } },
    { params: { meta: { embargo: '2027-01-01' } } },
    { hold: '2027-01-01' },
    { эмбарго_до: '2027-01-01' },
    { 解禁日: '2027-01-01' },
    { 定时发布: '2027-01-01' },
    { エンバーゴ: '2027-01-01' },
    { 엠바고: '2027-01-01' },
    { حظر_النشر: '2027-01-01' },
    { אמברגו: '2027-01-01' },
    { mise_en_ligne: '2027-01-01' },
    { freigabe: '2027-01-01' },
    { valid_from: '2027-01-01' },
  ])('%j waits for that day', (values) => {
    expect(readPublicity(values)).toMatchObject({ draft: false, gates: ['2027-01-01T00:00:00Z'] })
  })
})
