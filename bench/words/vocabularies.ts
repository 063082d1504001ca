import english from 'an-array-of-english-words' with { type: 'json' }
import { createSequence, pick, shuffle } from './sequence.ts'

/** Words of one language, the commonest first; `space` stands between them, `stop` ends a sentence. */
export type Vocabulary = {
  language: string
  share: number
  words: readonly string[]
  space: string
  stop: string
}

const list = (words: string) => words.split(' ')

const ENGLISH_FIRST = list(
  'the of and to a in that it is was for on with as he be at by this had not are but from or have an they which one ' +
    'were her all she there would their we him been has when who will no more if out so said what up its about into than them ' +
    'can only other new some could time these two may then do first any my now such like our over man me even most made after also',
)
const GERMAN_FIRST = list(
  'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde',
)
const ARABIC_FIRST = list('في من على إلى أن عن التي الذي مع هذا هذه كان كما بعد قد لم بين كل حتى أو ما لا')
const HEBREW_FIRST = list('של את על לא עם הוא כי זה גם או אל היא אם כל יותר אחרי בין היה רק אך')
const THAI = list(
  'ที่ และ ใน การ ของ เป็น มี ได้ ให้ ว่า ไม่ จะ กับ คน บ้าน เมือง น้ำ ทะเล ข่าว วัน เวลา ปี งาน เรือ ตลาด ถนน โรงเรียน รัฐบาล ประชาชน ประเทศ ' +
    'ท่าเรือ สะพาน ฝน ลม พายุ ภูเขา แม่น้ำ ป่า ต้นไม้ ดอกไม้ อาหาร ข้าว ปลา หมู ไก่ ผลไม้ ราคา เงิน ธนาคาร ธุรกิจ บริษัท สินค้า ตำรวจ ทหาร ศาล กฎหมาย ' +
    'เลือกตั้ง นายก ประธาน สภา จังหวัด อำเภอ หมู่บ้าน โรงพยาบาล แพทย์ ยา สุขภาพ กีฬา ฟุตบอล ดนตรี ภาพยนตร์ หนังสือ ภาษา ครู นักเรียน มหาวิทยาลัย วิทยาศาสตร์ ' +
    'คอมพิวเตอร์ โทรศัพท์ รถยนต์ รถไฟ เครื่องบิน สนามบิน นักท่องเที่ยว โรงแรม วัฒนธรรม ประวัติศาสตร์ ศาสนา วัด พระ เด็ก ผู้หญิง ผู้ชาย ครอบครัว เพื่อน',
)

/** Alphabetical neighbours stay together, so that a word comes with its inflected forms. */
function listEnglish(count: number): string[] {
  const plain = english.filter((word) => /^[a-z]{3,12}$/.test(word))
  const blocks = Array.from({ length: Math.floor(plain.length / 6) }, (_, at) =>
    plain.slice(at * 6, at * 6 + 6),
  )
  return [...ENGLISH_FIRST, ...shuffle(shuffle(blocks, 1).flat().slice(0, count), 2)]
}

const GERMAN_STARTS = list('b br d f fl g gr h k kl l m n p pf r s sch schw st str t tr w z')
const GERMAN_CORES = list('a e i o u ä ö ü au ei eu ie')
const GERMAN_ENDS = list('ch ck ff g ld lm lt mm n nd ng nk nn r rb rg rk rm rt s ss st t tz')

function listGerman(count: number): string[] {
  const next = createSequence(3)
  const syllable = () => pick(GERMAN_STARTS, next) + pick(GERMAN_CORES, next) + pick(GERMAN_ENDS, next)
  const stems = Array.from({ length: Math.floor(count / 3) }, (_, at) =>
    at % 2 === 0 ? syllable() + pick(list('e er el en ung ig'), next) : syllable() + syllable(),
  )
  return [
    ...GERMAN_FIRST,
    ...shuffle([...new Set(stems.flatMap((stem) => [stem, `${stem}s`, `${stem}en`]))], 4),
  ]
}

const ARABIC_LETTERS = [...'بتثجحخدذرزسشصضطعغفقكلمنهوي']
const ARABIC_PATTERNS = list('123 1ا23 12ا3 م123 م12و3 ا12ا3 ت12ي3 123ة 1ا23ون 12ا3ات')
const HEBREW_LETTERS = [...'אבגדהזחטילמנסעפצקרשת']
const HEBREW_PATTERNS = list('123 1ו23 12י3 מ123 ה12י3 ת12ו3ה 12י3ים 123ות')

/** Words of three letters in patterns, half of them with the article. */
function listRooted(
  first: readonly string[],
  letters: readonly string[],
  patterns: readonly string[],
  article: string,
  count: number,
): string[] {
  const next = createSequence(article.charCodeAt(0))
  const words = new Set<string>()
  while (words.size < count) {
    const root = [pick(letters, next), pick(letters, next), pick(letters, next)]
    const word = pick(patterns, next).replace(/\d/g, (place) => root[Number(place) - 1] ?? '')
    words.add(word)
    words.add(article + word)
  }
  return [...first, ...shuffle([...words], 5)]
}

/** Words of two or three characters of a range, each stem with all of the endings. */
function listCharacters(
  first: readonly string[],
  from: number,
  range: number,
  endings: readonly string[],
  count: number,
): string[] {
  const next = createSequence(from)
  const zipf = () => String.fromCodePoint(from + Math.floor(((next() % 1000) / 1000) ** 2 * range))
  const stems = new Set<string>()
  while (stems.size < count / endings.length) stems.add(zipf() + zipf() + (next() % 4 === 0 ? zipf() : ''))
  return [
    ...first,
    ...shuffle(
      [...stems].flatMap((stem) => endings.map((ending) => stem + ending)),
      6,
    ),
  ]
}

/** Eight languages in six scripts; `share` of 100 stories. In all more than 90,000 words. */
export const VOCABULARIES: readonly Vocabulary[] = [
  { language: 'en', share: 58, words: listEnglish(50_000), space: ' ', stop: '. ' },
  { language: 'de', share: 14, words: listGerman(18_000), space: ' ', stop: '. ' },
  {
    language: 'ar',
    share: 6,
    words: listRooted(ARABIC_FIRST, ARABIC_LETTERS, ARABIC_PATTERNS, 'ال', 9_000),
    space: ' ',
    stop: '. ',
  },
  {
    language: 'he',
    share: 4,
    words: listRooted(HEBREW_FIRST, HEBREW_LETTERS, HEBREW_PATTERNS, 'ה', 6_000),
    space: ' ',
    stop: '. ',
  },
  {
    language: 'zh',
    share: 6,
    words: listCharacters(list('的 是 在 了 和 不 有'), 0x4e00, 2_600, [''], 8_000),
    space: '',
    stop: '。',
  },
  {
    language: 'ja',
    share: 6,
    words: listCharacters(list('の は に を が と'), 0x5300, 1_800, ['', 'の', 'を', 'する'], 8_000),
    space: '',
    stop: '。',
  },
  {
    language: 'ko',
    share: 4,
    words: listCharacters(list('그 이 수 것 등'), 0xac00, 3_000, ['', '은', '를', '에서'], 6_000),
    space: ' ',
    stop: '. ',
  },
  { language: 'th', share: 2, words: THAI, space: '', stop: ' ' },
]

const NAME_SYLLABLES = list(
  'ba bel cor dan del e fen gar hal i jor ka lin mar nor o per quin ros sel tor ul ven wil yor zan',
)

/** Invented names, as bylines and texts have them. */
export function listNames(count: number): string[] {
  const next = createSequence(7)
  const name = () => {
    const letters =
      pick(NAME_SYLLABLES, next) +
      pick(NAME_SYLLABLES, next) +
      (next() % 2 === 0 ? pick(NAME_SYLLABLES, next) : '')
    return letters.charAt(0).toUpperCase() + letters.slice(1)
  }
  return Array.from({ length: count }, () => `${name()} ${name()}`)
}
