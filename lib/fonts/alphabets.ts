/**
 * Letters beyond a to z that a language's newspapers cannot do without, in lower case: CLDR's main exemplar sets without
 * what only foreign words have.
 */
const LATIN: Readonly<Record<string, string>> = {
  af: 'êëïôû',
  az: 'çəğıöşü',
  bs: 'čćđšž',
  ca: 'àçèéíïòóúü·',
  cs: 'áčďéěíňóřšťúůýž',
  cy: 'âêîôûŵŷ',
  da: 'æøå',
  de: 'äöüß',
  eo: 'ĉĝĥĵŝŭ',
  es: 'áéíñóúü¡¿',
  et: 'äõöüšž',
  eu: 'ñ',
  fi: 'äåö',
  fo: 'áðíóúýæø',
  fr: 'àâæçèéêëîïôœùûü',
  ga: 'áéíóú',
  gl: 'áéíñóú',
  hr: 'čćđšž',
  hu: 'áéíóöőúüű',
  is: 'áðéíóúýþæö',
  it: 'àèéìòù',
  lt: 'ąčęėįšųūž',
  lv: 'āčēģīķļņšūž',
  mt: 'ċġħż',
  nb: 'æøå',
  nl: 'éëï',
  nn: 'æøå',
  no: 'æøå',
  pl: 'ąćęłńóśźż',
  pt: 'àáâãçéêíóôõú',
  ro: 'ăâîșț',
  sk: 'áäčďéíľĺňóôŕšťúýž',
  sl: 'čšž',
  sq: 'çë',
  sr: 'čćđšž',
  sv: 'åäö',
  tr: 'çğıöşü',
  vi: 'àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ',
}

const CYRILLIC = 'абвгдежзийклмнопрстуфхцчшщьюя'

/** The whole alphabet of languages in other scripts, in lower case. */
const OTHERS: Readonly<Record<string, string>> = {
  ar: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي،؟',
  be: `${CYRILLIC}ёіўы`,
  bg: `${CYRILLIC}ъ`,
  el: 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ',
  fa: 'ءآأئابپتثجچحخدذرزژسشصضطظعغفقکگلمنهوی،؟',
  he: 'אבגדהוזחטיכךלמםנןסעפףצץקרשת',
  hy: 'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև',
  ka: 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ',
  kk: `${CYRILLIC}ёъыэәғқңөұүһі`,
  mk: 'абвгдѓежзѕијклљмнњопрстќуфхцчџш',
  mn: `${CYRILLIC}ёъыэөү`,
  ru: `${CYRILLIC}ёъыэ`,
  sr: 'абвгдђежзијклљмнњопрстћуфхцчџш',
  th: 'กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะัาำิีึืุูเแโใไ็่้๊๋์',
  uk: `${CYRILLIC}ґєії`,
  ur: 'ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیئے،؟',
  yi: 'אבגדהוזחטיכךלמםנןסעפףצץקרשת',
}

const ASCII_LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** What no text in an alphabet with capitals does without. */
const SIGNS = '0123456789.,:;!?-–’'

/** Scripts whose letters are small and capital, and whose fonts have figures and points too. */
const CASED = new Set(['Latn', 'Cyrl', 'Grek', 'Armn'])

/**
 * Characters that a font must have for a paper in a language (a BCP 47 tag), small and capital. Of a language that no table
 * has, those of its own name and of its months.
 */
export function listRequiredCharacters(language: string): string[] {
  const { language: code, script = '' } = new Intl.Locale(language).maximize()
  const letters =
    script === 'Latn'
      ? `${ASCII_LETTERS}${LATIN[code] ?? ''}`
      : (OTHERS[code] ?? listNamedCharacters(language))
  if (!CASED.has(script)) return [...new Set(letters)]
  return [...new Set([...letters, ...listCapitals(letters, language), ...SIGNS])]
}

/** Capitals of letters, where those are one character: ß has none. */
function listCapitals(letters: string, language: string): string[] {
  return [...letters]
    .map((letter) => letter.toLocaleUpperCase(language))
    .filter((capital) => [...capital].length === 1)
}

/** Letters that the words of a language's own name and of its months are written in. */
function listNamedCharacters(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? ''
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  const months = Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 1)))
  return [name, ...months].join('').replace(/[^\p{L}\p{M}]/gu, '')
}
