import { isOneEditAway } from '#lib/text/edit-distance.ts'
import { FIELD_KEYS } from './known-keys.ts'
import { type Meaning, meaningOfKey, toKeyWords, toPlainKey } from './publicity-keys.ts'

/**
 * A key that is none of those known to say who may see a story, but looks as if it did: by a slip of the pen
 * (`hiden`, `embrago`), or by a word in it (`hide_this_story`, `draftMode`). `when` is the value that would mean "not public":
 * a `date` that it waits for, a `day` that it may wait for, an `end` that it comes down at.
 */
export type Resemblance = { like: string; when: 'yes' | 'no' | 'word' | 'date' | 'day' | 'end' }

const MIN_TYPO = 5

/** Beginnings of words, and what value of theirs says "not public". */
const STEMS: [RegExp, Resemblance['when']][] = [
  [/^(?:expir|depublish|caduc|scaden|ablauf|истека|期限|失效|过期|만료)/, 'end'],
  [/^(?:embargo|golive|schedul|эмбарго|אמברגו|定时|定時|解禁|エンバーゴ|엠바고|sperrfrist)/u, 'date'],
  [
    /^(?:unpublish|unlist|unreleas|nopublish|unveröff|unveroeff|ausgeblendet|versteck|gesperrt|vertraulich|geheim|masqu|confidenti?[ea]|riservat|nascost|ocult|ukryt|prywatn|skryt|gizli|скры|приват|прихован|секретн|закрыт|отлож|κρυφ)/u,
    'yes',
  ],
  [
    /^(?:非公|非表示|未公|未发布|未發布|不公|不发布|隐|隱|私密|加密|草稿|下書き|待审|待審|禁止|限定|会員限定|비공|숨김|초안|비밀|مخفي|محجوب|مسود|سري|טיוט|חסוי|מוסתר|ड्राफ्ट|मसौद)/u,
    'yes',
  ],
  [
    /^(?:draft|privat|privac|hidden|hide|secret|confidential|paywall|password|restrict|classified|withh|exclud)/,
    'yes',
  ],
  [/^(?:status|workflow)/, 'word'],
  [
    /^(?:publish|public$|publicar|publicac|publier|pubblica[rt]|veröffentlich|veroeffentlich|freigegeben|publicer|publicat[oa]$|publicad|publi(?:é|ée)$|gepublic|opublik|publikow|zveřejn|публик|опублик|публік|опублік|yayın|δημοσ|प्रकाश|公開|公开|发布|發布|可见|可見|掲載|공개|발행|게시|(?:ال)?(?:نشر|منشور|ينشر)|ל?(?:פרסום|פורסם|מפורסם)|visib|listed|release)/u,
    'no',
  ],
  [
    /^(?:effective|appears?$|validfrom|publicat|publicaç|launch|issued|erschein|parution|lanzamiento|lançamento|выход|выйд|релиз|発売|発行|上线)/,
    'day',
  ],
]

/** Turns a key for "public" round: `non_publié`, `not_published`, `nicht_veröffentlicht`. */
const NOT =
  /^(?:no|not|non|never|dont|nicht|kein|keine|pas|nie|niet|nao|não|inte|ikke|ei|не|ne|değil|لا|غير|לא|δεν|नहीं)$/u

/** Words that make of a key for who may see a story one for how long: `visible_until`, `remove_after`. */
const UNTIL = /^(?:until|till|through|bis|hasta|até|jusqu|tot|fino|до)$/
const GONE =
  /^(?:un[a-z]{4,}|hid(?:e|den)|private|draft|remov(?:e|al)|delet(?:e|ion)|archive|retire|withdraw|offline)$/
const AFTER = /^(?:at|on|after|from|since|date)$/

/** What is hidden or shown here is a part of the page, or the word is about something else altogether. */
const HARMLESS = new Set(
  `title titles toc sidebar comment comments image images picture nav navigation menu author authors bio byline date dates
  time header footer share sharing related banner meta breadcrumb breadcrumbs summary excerpt cover tags tag hero caption
  notes version number code http policy domain relations affairs school house publisher publishers url link links button
  icon logo reading progress newsletter ads ad search layout subtitle description section sections metadata counter views
  stats gallery video audio thumbnail alt map by type format`.split(/\s+/),
)
const HARMLESS_KEYS = new Set([
  'publisher',
  'publication',
  'publications',
  'public_domain',
  'craft',
  'crafts',
  'drafting',
  'hideaway',
  'hidemeta',
  'member',
  'passport',
  'publican',
  'secretary',
  'secretariat',
  'published_by',
  'releases',
])

/** Words that are near many others: `rated`, `cache`, `finale` are nobody's slip. */
const NEAR_OTHERS = new Set(
  `gated valid listing removed final finished complete completed level groups group allow allowed login intern outputs
  search review stage access state phase ready active online display members offline locked ignore ignored skip index
  indexed status release output prive privat vence expira caduca oculto`.split(/\s+/),
)

const EDITABLE = [...meaningOfKey].filter(
  ([key, meaning]) =>
    key.length >= MIN_TYPO && meaning !== 'doubt' && /^[a-z_]+$/.test(key) && !NEAR_OTHERS.has(key),
)
const KNOWN_KEYS: ReadonlySet<string> = new Set(
  Object.values(FIELD_KEYS)
    .flat()
    .map((key) => key.toLowerCase()),
)
const known = new Map<string, Resemblance | null>()

/** Null for a key with nothing of the kind about it. Keys repeat from file to file: each is looked at once. */
export function findResemblance(key: string): Resemblance | null {
  const remembered = known.get(key)
  if (remembered !== undefined) return remembered
  const found = KNOWN_KEYS.has(key.toLowerCase().replaceAll('-', '_'))
    ? null
    : (findSlip(toPlainKey(key)) ?? findStem(key))
  if (known.size < 10_000) known.set(key, found)
  return found
}

/** Whether a key says who may see a story: nothing else need wonder what it is. */
export function isPublicityKey(key: string): boolean {
  return meaningOfKey.has(toPlainKey(key))
}

function findSlip(plain: string): Resemblance | null {
  if (plain.length < MIN_TYPO || HARMLESS_KEYS.has(plain)) return null
  const whole = plain.replaceAll('_', '')
  const near = EDITABLE.find(([key]) => isOneEditAway(plain, key) || whole === key.replaceAll('_', ''))
  return near === undefined ? null : { like: near[0], when: toWhen(near[1]) }
}

function toWhen(meaning: Meaning): Resemblance['when'] {
  switch (meaning) {
    case 'not-public':
    case 'held':
    case 'password':
    case 'flag':
    case 'doubt':
    case 'noindex':
    case 'no-sitemap':
      return 'yes'
    case 'public':
    case 'shown':
    case 'index':
    case 'sitemap':
      return 'no'
    case 'gate':
      return 'date'
    case 'end':
      return 'end'
    case 'status':
    case 'visibility':
    case 'hint':
    case 'robots':
      return 'word'
  }
}

function findStem(key: string): Resemblance | null {
  const words = toKeyWords(key)
  if (HARMLESS_KEYS.has(words.join('_'))) return null
  const end = findEnd(words)
  if (end !== null) return { like: end, when: 'end' }
  const embargo = words.find((word) => /^(?:embargo|эмбарго)/.test(word))
  if (embargo !== undefined) return { like: embargo, when: 'date' }
  if (words.some((word) => HARMLESS.has(word))) return findDay(words)
  for (const [stem, when] of STEMS) {
    const like = words.find((word) => stem.test(word))
    if (like !== undefined)
      return { like, when: when === 'no' && words.some((word) => NOT.test(word)) ? 'yes' : when }
  }
  return null
}

/** `hide_story_after`, `show_this_until`, `takedownDate`. */
function findEnd(words: readonly string[]): string | null {
  const like = words.find(
    (word) => GONE.test(word) || /^(?:show|visib|list|publi|avail|online|live)/.test(word),
  )
  const isEnd = words.some((word) => UNTIL.test(word))
  if (like === undefined || GONE.test(like) === isEnd) return null
  return isEnd || AFTER.test(words.at(-1) ?? '') ? like : null
}

/** A day is of some weight even where the key has a word in it that is about a part of the page: `launch_date`. */
function findDay(words: readonly string[]): Resemblance | null {
  const stem = STEMS.find(([, when]) => when === 'day')?.[0]
  const like = words.find((word) => stem?.test(word))
  return like === undefined ? null : { like, when: 'day' }
}

/** Whether a key is about a part of the page (`comments`, `sidebar`), so that what it hides is not the story. */
export function isOfPagePart(key: string): boolean {
  return toKeyWords(key).some((word) => HARMLESS.has(word))
}
