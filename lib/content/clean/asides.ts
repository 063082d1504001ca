import { parseDate } from '../dates/dates.ts'

/** No credit, date or greeting is longer. */
const MAX_ASIDE = 140

/** What a line is about that names people, places, times or sources: in the languages papers are written in. */
const LABEL =
  /^(?:(?:written|reported|compiled|edited|produced|translated|photographed|illustrated|posted|published|updated|last updated|created|modified)(?: (?:by|on|at|in))?|by|words?|text|story|report(?:er|ing)?|author|writer|editors?|translat(?:ion|or)|(?:photo|image|picture) (?:source|credits?|courtesy(?: of)?)|photo(?:graph(?:s|y|er)?)?s?|pictures?|images?|illustrations?|illustrator|graphics?|video|audio|credits?|source|caption|date|time|location|tags?|category|filed under|reading time|von|redaktion|bilder?|fotos?|quelle|datum|stand|par|texte|crédits?|photographie|traduction|publié|mis à jour|por|texto|fotografías?|imagen|fuente|autora?|fecha|publicado|di|testo|immagine|fonte|autore|pubblicato|door|tekst|beeld|bron|av|foto|autor|tekst|zdjęcia|автор|фото|источник|дата|текст|作者|编辑|編輯|责编|记者|記者|来源|來源|出处|原文(?:链接|地址|鏈接)?|本文链接|转载自?|译者|校对|元記事|引用元|원문|图片|圖片|日期|时间|時間|发布|文|图|取材|撮影|写真|執筆|筆者|出典|日付|글|사진|기자|출처|날짜|بقلم|كتبه|كتب|المصدر|تصوير|מאת|צילום)(?:[・･&＆/／](?:取材|撮影|写真|執筆|文|编辑|图))?(?: (?:by|on|von|par|por|di|door|av))? ?[:：/／＝=|]\s*\S/iu

/** `By A. Writer and B. Lens`: names, and no full stop. */
const NAME = String.raw`(?:[\p{Lu}\p{Lo}@][\p{L}\p{M}\p{N}'’.@_-]*|and|und|et|y|e|en|og|och|&|of|the|for|de|van|von|der|la|in)`
const BYLINE = new RegExp(
  `^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f|(?:[Tt]ext|[Ww]ords|[Pp]hotos?|[Ss]tory|[Ww]ritten|[Rr]eported|[Pp]osted|[Pp]ublished) by) ${NAME}(?:[ ,/|]+${NAME}){0,12}$`,
  'u',
)

/** `Ada Quill • 5 Feb 2024`: what stands between the parts of such a line. */
const PARTS = / ?[|•·] ?| [–—-] /

const GREETING =
  /^¡?(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|welcome back|happy (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|new year)|hallo|guten (?:morgen|tag|abend)|moin|liebe[rs]?|sehr geehrte[rs]?|bonjour|bonsoir|salut|chère?s?|hola|buen[oa]s (?:días|tardes|noches)|querid[oa]s?|estimad[oa]s?|ciao|buongiorno|buonasera|car[oaie]|olá|bom dia|boa (?:tarde|noite)|car[oa]s|geachte|beste|goedemorgen|hej|hei|kära|kære|cześć|drodzy|szanowni|привет|всем привет|добрый день|здравствуйте|дорогие|уважаемые|大家好|你好|各位|亲爱的|こんにちは|皆さん|みなさん|안녕하세요|여러분|مرحبا|أهلا|שלום|拝啓|前略)(?![\p{L}\p{N}-])[^.?!。？！]{0,60}[!.！。]*$/iu

/** Where else it was printed. */
const REPRINT =
  /^本文(?:转载|轉載|转自|首发|来自|译自)[^。！？]{0,60}。?$|^(?:(?:this|the) (?:post|article|story|piece|entry|interview) (?:was |has been |is )?)?(?:(?:originally|first|also|previously|cross-?) ?)(?:posted|published|appeared|printed|ran)\b[^.!?]*(?:[.!](?:\p{L}{2,5}[^.!?\s]*\.?)?)?$/iu

/** `Photo by Ada on Quayside`, `Posted on 2 July 2020`, `Updated 3 March`, `Words by A, pictures by B`. */
const CREDIT =
  /^©|^(?:photo(?:graph|s)?|image|picture|illustration|cover|words|text|story|graphics?) (?:by|courtesy of(?: the)?|credit) \p{Lu}[^.!?:;]{0,80}\.?$|^(?:last )?(?:posted|published|updated|modified|edited|first published)(?: on| at)? (?:\d|\p{L}{3,9}\.? \d)[\p{L}\p{N} ,.:]{0,40}$/iu

/** Furniture of the page it was copied from. */
const FURNITURE =
  /^(?:(?:table of )?contents|(?:this|the) (?:post|article|story|page) (?:may )?(?:contains?|includes?) affiliate links|advertisement|sponsored|listen to (?:this|the) (?:article|story)|share (?:this)?|subscribe(?: now)?|read more|continue reading|tl;?dr|summary|abstract|introduction|\d{1,3} min(?:ute)?s? read|inhalt|sommaire|índice|目录|目次)[:.!]?$/i

/** `HAVENPORT, Nov. 27 —` with nothing behind it. */
const DATELINE = /^\p{Lu}[\p{Lu}\s.'’-]{2,40}(?:[,(][^!?—–]{0,39}[^!?—–.。])?[—–]?$/u

/** What the desk says about the story, before it. */
const EDITORS_NOTE =
  /^(?:(?:an )?editors?['’]?s?['’]? note|(?:affiliate )?(?:disclaimer|disclosure)|anmerkung der redaktion|n\.?d\.?l\.?r\.?|nota del editor|nota da redação|nota della redazione|от редакции|编者按|編者按|编者注|編集部注)[:：.—–-]/iu

/** Whether a paragraph is a credit, a byline, a date, tags or a greeting by itself, and not the story's first sentence. */
export function isAside(text: string): boolean {
  if (EDITORS_NOTE.test(text)) return true
  if (text.length > MAX_ASIDE) return false
  const bare = text.replace(/^[([（【](.*)[)\]）】]$/, '$1')
  return (
    LABEL.test(bare) ||
    BYLINE.test(bare.slice(0, findTail(bare))) ||
    CREDIT.test(bare) ||
    GREETING.test(text) ||
    FURNITURE.test(text) ||
    REPRINT.test(text) ||
    DATELINE.test(text) ||
    isDate(text) ||
    isNameAndDate(text) ||
    text.split(/\s+/).every((word) => /^#[^\s#]+$/.test(word)) ||
    /^\p{L}[\p{L} _-]{0,30}::\s/u.test(text)
  )
}

/** Where an address in brackets or a date behind a bar follows a name; the end where none does. */
function findTail(text: string): number {
  const at = text.search(/ ?[(|•·]/)
  return at === -1 || (/[.!?]/.test(text.slice(at)) && !text.endsWith(')')) ? text.length : at
}

function isDate(text: string): boolean {
  return /\p{Nd}/u.test(text) && parseDate(text, 'UTC').instant !== null
}

function isNameAndDate(text: string): boolean {
  const parts = text.split(PARTS)
  return (
    parts.length > 1 && parts.some(isDate) && parts.every((part) => isDate(part) || BYLINE.test(`By ${part}`))
  )
}
