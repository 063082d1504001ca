import { toText } from '../keys/raw-value.ts'

/** Words for yes and no in the languages front matter is written in, in lower case. */
export const YES_WORDS: ReadonlySet<string> = toSet(
  `true yes y t on 1 enabled always oui ja sí si sì sim да tak ano kyllä evet はい 是 예 네 نعم כן
  ναι có हाँ हां tak ✓ ✔ ✅ x`,
)
export const NO_WORDS: ReadonlySet<string> = toSet(
  `false no n f off 0 never none disabled not non nein não nao nee nej нет nie ne ei hayır いいえ 否 아니요 لا לא 不 不是 아니오
  όχι không नहीं ✗ ✘ ❌`,
)

/** What a status says of a story that is not, or not yet, for everybody. */
const NOT_PUBLIC = `draft drafts drafted auto-draft auto_draft pending private hidden trash trashed unpublished unlisted
  review in-review in_review needs-review needs_review in-progress in_progress inprogress wip todo to-do idea pitch outline
  planned planning skip skipped editing writing internal members member paid subscribers subscriber tiers premium restricted secret
  confidential embargo embargoed deleted removed disabled withdrawn retracted offline staff locked password protected not-published
  not_published hold on-hold on_hold spiked killed rejected blocked inactive unreleased sketch incomplete unfinished staged
  staging expired intranet admin admins administrator administrators employees employee required gated
  in-production not-started not_started unapproved awaiting-approval seeking-approval paused parked
  in-bearbeitung in-arbeit in-prüfung en-cours en-relecture à-relire en-revisión in-revisione em-revisão на-проверке
  на-модерации в-работе 审核中 待审核 審核中 レビュー中 確認中 執筆中 作成中 검토중 작성중 مراجعة قيد-المراجعة בבדיקה בעבודה
  brouillon privé prive masqué caché entwurf privat versteckt unveröffentlicht borrador privado oculto bozza privata privato
  nascosto rascunho escondido concept privé verborgen kladde utkast dold luonnos szkic prywatny koncept soukromé черновик
  скрыт скрыто приватный чернетка taslak gizli 下書き 草稿 草案 非公開 未公開 未公开 未发布 未發布 私密 隐藏 隱藏 초안 비공개 مسودة خاص טיוטה פרטי
  πρόχειρο`

/** What a status says of a story that is out, or comes out at its date. */
const PUBLIC = `published publish public live final done complete completed finished ok approved active open everyone all
  free visible online released stable current ready evergreen ongoing updated new future scheduled publié publie
  veröffentlicht öffentlich publicado público publico pubblicato pubblico gepubliceerd publicerad publiceret julkaistu
  opublikowany опубликовано опубликован yayınlandı 公開 已发布 公开 발행 공개 منشور פורסם inherit closed archived`

/** Words that say so under whatever key they stand: of a list, of a layout, of flags. */
const UNMISTAKABLE = `draft drafts private unpublished unlisted embargo embargoed noindex do-not-publish no-publish nopublish
  not-public not-for-publication on-hold wip intranet internal-only brouillon entwurf borrador bozza rascunho utkast черновик 下書き 草稿 非公開 未公開 مسودة טיוטה`

const UNMISTAKABLE_WORDS: ReadonlySet<string> = toSet(UNMISTAKABLE)
export const NOT_PUBLIC_WORDS: ReadonlySet<string> = toSet(NOT_PUBLIC)
export const PUBLIC_WORDS: ReadonlySet<string> = toSet(PUBLIC)

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map((word) => word.normalize('NFC')))
}

export function isYes(value: unknown): boolean {
  return YES_WORDS.has(toWord(value))
}

export function isNo(value: unknown): boolean {
  return NO_WORDS.has(toWord(value))
}

export function isNotPublicWord(value: unknown): boolean {
  return NOT_PUBLIC_WORDS.has(toWord(value)) || NOT_PUBLIC_WORDS.has(toWord(value).replaceAll(' ', '-'))
}

/** Sanity's ids of drafts. */
const DRAFT_ID = /^drafts\.[\w.-]{1,80}$/

/** `draft`, `#draft` and `status/draft`. */
export function isUnmistakable(value: unknown): boolean {
  if (typeof value === 'string')
    return (
      (value.length < 40 && UNMISTAKABLE_WORDS.has(toTagWord(value))) ||
      (value.startsWith('drafts.') && DRAFT_ID.test(value))
    )
  return (
    Array.isArray(value) &&
    value.length < 100 &&
    value.some((item) => typeof item === 'string' && isUnmistakable(item))
  )
}

export function isPublicWord(value: unknown): boolean {
  return PUBLIC_WORDS.has(toWord(value))
}

function toTagWord(value: string): string {
  return toWord(value)
    .replace(/^#/, '')
    .replace(/^(?:status|state|workflow|publish|visibility)[/:]/, '')
    .replaceAll(' ', '-')
}

function toWord(value: unknown): string {
  return toText(value).normalize('NFC').trim().toLowerCase()
}
