/**
 * What a front matter key says about who may see a story, and when.
 *
 * - `not-public`  true: kept as a draft, as plainly asked
 * - `held`        true: kept as a draft with a warning, as the site has nothing between public and draft
 * - `public`      false: kept as a draft
 * - `shown`       false: kept as a draft with a warning
 * - `status`      a word; one that says "not public" makes a draft, one that is not known is warned of
 * - `visibility`  the same, and a word that is not known makes a draft too
 * - `hint`        a word or a flag that means other things as well: only what is plain makes a draft
 * - `flag`        true, or a word for "not public": kept as a draft with a warning; other values mean other things
 * - `doubt`       true: warned of
 * - `password`    any value makes a draft, with a warning
 * - `gate`        a day or time before which the story is not public
 * - `end`         a day or time after which it is not public any more
 * - `noindex`, `index`, `robots`, `sitemap`, `no-sitemap`  what search engines are told
 */
export type Meaning =
  | 'not-public'
  | 'held'
  | 'public'
  | 'shown'
  | 'status'
  | 'visibility'
  | 'hint'
  | 'flag'
  | 'doubt'
  | 'password'
  | 'gate'
  | 'end'
  | 'noindex'
  | 'index'
  | 'robots'
  | 'sitemap'
  | 'no-sitemap'

/**
 * The keys of Hugo, Jekyll, Eleventy, Astro, Gatsby, Ghost, WordPress and its plugins, Hexo, Docusaurus, Zola, MkDocs,
 * Pelican, Obsidian and Notion, and what desks write by hand in their own language. `isDraft`, `is_draft`, `post-draft`
 * and `Draft` are all `draft`: see `toPlainKey`.
 */
const KEYS: Record<Meaning, string> = {
  'not-public': `draft drafts unpublished private hidden secret confidential embargoed brouillon entwurf borrador bozza
    rascunho kladde utkast luonnos szkic черновик чернетка taslak 下書き 草稿 초안 مسودة טיוטה πρόχειρο privé prive privat
    privado privato oculto nascosto versteckt verborgen geheim unveröffentlicht unveroeffentlicht caché cachée masqué masquée dold skjult
    piilotettu ukryty ukryte ukryta prywatny skrytý soukromé скрыто скрыт скрытый скрытая скрыта приватно приватный приховано
    прихований секретно gizli bản_nháp ẩn κρυφό ड्राफ्ट मसौदा 非公開 未公開 未公开 未发布 不公开 不發布 隐藏 隱藏 私密 비공개 숨김
    مخفي خاص سري פרטי מוסתר in_draft indraft not_for_publication`,
  held: `à_relire en_revisión на_проверке in_prüfung require_login requires_login login_required require_auth requires_auth auth_required login_only logged_in_only
    gated encrypt encrypted invisible no_show noshow notshow not_show dont_show do_not_show removed members_area
    subscription_required membership_required intern nur_intern gesperrt zurückgestellt vertraulich nicht_veröffentlichen
    nicht_öffentlich nicht_freigegeben nur_für_abonnenten confidentiel non_publié non_publiée ne_pas_publier
    réservé_aux_abonnés reservé_aux_abonnés abonnés_seulement no_publicar no_publicado solo_suscriptores embargado
    confidencial não_publicar só_assinantes non_pubblicare riservato solo_abbonati niet_publiceren besloten nie_publikować
    не_публиковать не_опубликовано закрыто только_для_подписчиков отложено 非表示 限定公開 会員限定 会员专享 仅会员可见 加密 禁止发布
    待审 待审核 待發布 회원_전용 محجوب لا_ينشر للمشتركين_فقط חסוי לא_לפרסום unlisted headless nolist no_list eleventy_exclude_from_collections exclude_from_collections exclude excluded
    excluded_from_index exclude_from_index members_only member_only subscribers_only subscriber_only paywall paywalled
    premium locked restricted internal internal_only password_protected protected deleted trashed disabled wip unfinished
    in_progress unreleased ignore ignored skip do_not_publish dont_publish no_publish not_public nopublish
    hidden_in_home_list nofeed no_feed norss no_rss exclude_from_feed exclude_from_rss exclude_from_search staff_only
    hide_from_home hide_from_list hide_from_lists hide_from_index hide_from_feed hide_post exclude_from_home
    exclude_from_list exclude_from_lists print_only in_print_only noweb no_web not_for_web not_on_web nda under_nda legal_hold
    sperrvermerk blackout under_embargo needs_approval needs_review under_review awaiting_approval awaiting_review not_approved`,
  public: `published publish public publié publie publiée publique veröffentlicht öffentlich publicado publicada público
    publico pubblicato pubblico gepubliceerd openbaar publicerad опубликовано 公開 公开 发布 공개
    veröffentlichen veroeffentlicht freigegeben freigabe publier en_ligne mise_en_ligne publicar pubblicare publiceren
    publicera publicer publiser publikuj opublikowano opublikowany публиковать опубликовать опубліковано yayınla yayında
    yayınlandı xuất_bản δημοσιευμένο δημοσίευση प्रकाशित 已发布 發布 已發布 公開する 掲載 발행 게시 نشر منشور ينشر פרסום לפרסום פורסם
    מפורסם`,
  shown: `valid listing routable outputs to_blog in_blog on_blog post_to_blog publish_to_web publish_to 可见 可見 表示
    visible sichtbar visibile zichtbaar listed publishable release released output permalink render build_render build_list list
    display enabled approved active online ready web on_web on_site embargo_lifted lifted show_in_list show_in_lists in_list include_in_collections`,
  status:
    'audience access_level content_tier tier permissions permission status statut stato estatus zustand статус 状态 ステータス 상태 publish_state published_state',
  visibility: `visibility publish_status published_status publication_status publication_state publishing_status
    workflow_state workflow_status workflow editorial_status visibilité sichtbarkeit visibilidad visibilità`,
  hint: `state stage access phase review estado situação live show feed rss in_feed search searchable in_search pagefind
    progress readiness maturity finished complete completed done final finalized proofread discoverable approved_by
    reviewed_by signed_off_by relecture korrektur lektorat
    approval reviewed fact_checked factchecked legal_checked signed_off env environment`,
  flag: 'hide hold on_hold trash killed spiked offline paid members retracted withdrawn',
  doubt: `archived test sample dummy placeholder outdated obsolete deprecated superseded example template needs_work todo
    fixme login auth authenticated registration subscription membership subscribers subscriber abonnés abonné abonnenten
    search_exclude step kanban level roles groups group allow allow_only allowed allowed_roles allowed_users allowed_groups
    viewers user_groups`,
  password:
    'password passwd passcode passphrase passwort kennwort mot_de_passe contraseña senha 密码 パスワード',
  gate: `embargo embargo_until embargoed_until embargo_date embargo_end embargo_ends embargo_lifts sperrfrist release_date
    release_at release_on release_time released_at go_live go_live_at go_live_date golive goes_live live_at live_from
    live_date available_from available_at available_on available_after start_publish start_publishing publish_on publish_at
    publish_after publish_from publish_start publish_time scheduled_at scheduled_for schedule_date scheduled_date
    scheduled_time schedule_at scheduled publish_up visible_from visible_after show_after show_from not_before
    publication_start publication_from publishing_start publishing_from hold_until draft_until hidden_until private_until unlock_date unlock_at
    valid_from pub schedule scheduling schedule_for wait_until hold_till show_at drop_date drop_at sperre embargo_time freigabe_ab
    freigabe_am veröffentlichen_ab veröffentlichen_am publié_le date_de_mise_en_ligne mise_en_ligne_le embargo_jusqu_au
    fecha_embargo embargo_hasta publicar_el publicar_em embargo_até pubblicare_il embargo_fino_al publiceren_op эмбарго
    эмбарго_до опубликовать_в 公開予定 公開予定日 解禁 解禁日 解禁日時 エンバーゴ 定时发布 定時發布 发布于 解禁时间 엠바고 공개_예정일
    حظر_النشر موعد_النشر אמברגו אמברגו_עד launch_on launch_at display_date display_from web_publication_date online_from live_on erscheint_am
    online_ab fecha_de_lanzamiento date_de_parution à_paraître дата_выхода`,
  end: `valid_until valid_to valid_through valid_till offline_at offline_from offline_on unpublished_at unpublished_on
    unpublish_time unpublish_after unpublish_from archive_on archive_at archive_after archive_date end_publishing
    publishing_end publishing_ends publication_end publication_until remove_after remove_at remove_on remove_date
    removal_date delete_at delete_after delete_on deletion_date sunset_at sunset_on sunset_date visible_to visible_till
    show_until show_to hide_after hide_at hide_on hide_from hidden_from hidden_after private_from private_after draft_after
    draft_from display_until display_to display_end online_until live_until active_until listed_until published_until
    public_until available_to available_till available_through retire_on retire_at retire_date kill_date depublish
    depublish_at depublish_on depublish_date expiration_time expired_at expired_on expiry_at expiry_time expires_after
    expire_at expire_on expire_date withdraw_on withdraw_at takedown_at expired abgelaufen caducado expiré scaduto
    ablaufdatum läuft_ab gültig_bis sichtbar_bis online_bis veröffentlicht_bis offline_ab caduca caducidad fecha_caducidad
    fecha_de_caducidad fecha_expiracion fecha_expiración fecha_de_expiración vence vencimiento válido_hasta publicar_hasta
    visible_hasta date_expiration expire_le valable_jusqu_au visible_jusqu_au date_de_fin_de_publication scadenza
    data_scadenza valido_fino_al visibile_fino_al expira data_expiração data_de_expiração válido_até visível_até verloopdatum
    verloopt geldig_tot zichtbaar_tot gyldig_til utløper udløber giltig_till vanhenee wygasa ważne_do срок_действия
    действует_до действительно_до снять_с_публикации 掲載終了 掲載終了日 公開終了 公開終了日 公開期限 有効期限 过期时间 过期日期
    下线时间 下线日期 有效期至 失效时间 到期时间 만료일 게시_종료일 تاريخ_الانتهاء תאריך_תפוגה`,
  noindex: `noindex no_index robots_noindex robots_no_index noindexed seo_noindex seo_no_index rank_math_noindex
    aioseop_noindex aioseo_noindex genesis_noindex search_engine_noindex hide_from_search_engines block_search_engines
    exclude_from_search_engines yoast_wpseo_meta_robots_noindex`,
  index: 'index indexed indexable indexing allow_indexing seo_index robots_index allow_index search_engines',
  robots: `robots meta_robots robots_meta googlebot bingbot x_robots_tag seo_robots rank_math_robots seo_meta_robots
    yoast_wpseo_meta_robots robots_content`,
  sitemap:
    'sitemap in_sitemap include_in_sitemap sitemap_include show_in_sitemap seo_sitemap sitemap_enabled',
  'no-sitemap': `sitemap_exclude exclude_from_sitemap sitemap_ignore sitemap_disable sitemap_disabled sitemap_hidden
    sitemap_excluded no_sitemap nositemap skip_sitemap hide_from_sitemap sitemap_noindex exclude_sitemap`,
}

/** Mappings in which those keys stand as they do outside: `seo: {noindex: true}`, Zola's `[extra]`, Hugo's `params`. */
export const CONTAINERS: ReadonlySet<string> = new Set(
  `seo meta metadata params extra data custom custom_fields attributes properties fields front_matter settings options
  publication publishing yoast yoast_meta rank_math aioseo search_engines frontmatter cms decap netlify_cms sys ghost wordpress
  page post article story cascade eleventy sanity contentful notion obsidian editorial`.split(/\s+/),
)

/** Mappings whose keys mean something by the mapping's name: `build: {render: never}`, `sitemap: {exclude: true}`. */
export const NAMED_CONTAINERS: ReadonlySet<string> = new Set([
  'build',
  'sitemap',
  'robots',
  'embargo',
  'search',
])

/** Of no weight at the start of a key: `isDraft`, `post_status`, `dg-publish`. */
const PREFIXES = new Set(
  `is has post page article story entry item content wp dg node blog mark set`.split(' '),
)

export const meaningOfKey: ReadonlyMap<string, Meaning> = new Map(
  Object.entries(KEYS).flatMap(([meaning, keys]) =>
    keys
      .split(/\s+/)
      .flatMap((key) => (isMeaning(meaning) ? [[key.normalize('NFC'), meaning] as const] : [])),
  ),
)

const plainKeys = new Map<string, string>()

/** `isDraft`, `post-status`, `_build` → `draft`, `status`, `build`. Keys repeat from file to file: each is looked at once. */
export function toPlainKey(key: string): string {
  const known = plainKeys.get(key)
  if (known !== undefined) return known
  const plain = stripPrefixes(key)
  if (plainKeys.size < 10_000) plainKeys.set(key, plain)
  return plain
}

/** Words in lower case with one `_` between them. */
function stripPrefixes(key: string): string {
  const words = toKeyWords(key)
  let start = 0
  while (start < words.length - 1 && PREFIXES.has(words[start] ?? '')) start++
  return words.slice(start).join('_')
}

/** The words of a key: `hideFromLists` → `hide`, `from`, `lists`. */
export function toKeyWords(key: string): string[] {
  return key
    .normalize('NFC')
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, '_')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
}

function isMeaning(name: string): name is Meaning {
  return Object.hasOwn(KEYS, name)
}
