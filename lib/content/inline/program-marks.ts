import { toSlug } from '#lib/text/slug.ts'

/** Longer lines are as they are: each mark is looked for only so far. */
const MAX_LINE = 10_000

/** Whether a line may have one of the marks below in it: most have none. */
const SUSPECT =
  /\[\/|\]\(|%\[|\(\w{3,7}: |:[a-z]+[-[]|\[\[?[#^]|\{[^{}|]{1,20}\||《|\]\{|\s\^[a-z\d-]+$|\\{1,2}\[|plugin:/iu

/**
 * Within a line, outside code: BBCode, Kirby's `(link: …)`, Grav's `[plugin:youtube](…)`, Hashnode's `%[address]`, a directive in
 * a line (`:abbr[HTML]{title="…"}`), icons of MkDocs (`:material-home:`), Obsidian's `[[#Heading]]` and `^block-id`, notes whose
 * names have spaces (`[^a note]`), ruby of Japanese programs (`{漢字|かんじ}`, `漢字《かんじ》`). Each is written as CommonMark or HTML.
 */
export function mendProgramMarks(line: string): string {
  if (line.length > MAX_LINE || !SUSPECT.test(line)) return line
  let shown = line
  if (shown.includes('[/')) shown = mendBbCode(shown)
  if (shown.includes('(')) shown = shown.replace(KIRBY, writeKirby)
  if (shown.includes('plugin:')) shown = shown.replace(GRAV, '{% $1 $2 %}')
  if (shown.includes('%[')) shown = shown.replace(HASHNODE, '$1<$2>')
  if (shown.includes(':')) shown = shown.replace(ICON, '').replace(DIRECTIVE, '$1$2')
  if (shown.includes('[[#')) shown = shown.replace(OWN_HEADING, writeOwnHeading)
  if (shown.includes('[^')) shown = shown.replace(SPACED_NOTE, (name) => name.replace(/\s+/g, '-'))
  if (shown.includes('^')) shown = shown.replace(BLOCK_ID, '')
  return shown.includes('|') || shown.includes('《') ? mendRuby(shown) : shown
}

const PAIRS = /\[(b|i|u|s)\](?=\S)([^[\]\n]{1,1000})\[\/\1\]/gi
const SIZED = /\[(?:color|size|font|align|left|right|justify)(?:=[^[\]\n]{1,60})?\]/gi
const SIZED_END = /\[\/(?:color|size|font|align|left|right|justify)\]/gi
const NAMED_URL = /\[url=["']?(https?:\/\/[^\s[\]"']{1,2000})["']?\]([^[\]\n]{1,500})\[\/url\]/gi
const BARE_URL = /\[url\](https?:\/\/[^\s[\]]{1,2000})\[\/url\]/gi
const BB_IMAGE = /\[img(?:=[^[\]\n]{1,60})?\]([^\s[\]]{1,2000})\[\/img\]/gi

function mendBbCode(text: string): string {
  const shown = text
    .replace(NAMED_URL, '[$2]($1)')
    .replace(BARE_URL, '<$1>')
    .replace(BB_IMAGE, '![]($1)')
    .replace(
      PAIRS,
      (_, name: string, words: string) => `<${name.toLowerCase()}>${words}</${name.toLowerCase()}>`,
    )
  const plain = shown.replace(SIZED, '')
  return plain === shown ? shown : plain.replace(SIZED_END, '')
}

const KIRBY = /\((image|link|email|tel|file|video|audio|youtube|vimeo|gist|twitter): ([^()\n]{1,600})\)/g
const KIRBY_KEY =
  /\s(alt|caption|text|title|width|height|link|class|rel|target|popup|lang|poster|role|download): /g

/** Kirby's tags: `(image: a.jpg caption: Low water)`, `(link: https://… text: The plan)`. */
function writeKirby(written: string, name: string, rest: string): string {
  const pieces = rest.split(KIRBY_KEY)
  const [value = ''] = pieces
  const target = value.trim()
  const named = new Map<string, string>()
  for (let at = 1; at + 1 < pieces.length; at += 2) named.set(pieces[at] ?? '', (pieces[at + 1] ?? '').trim())
  const words = named.get('text') ?? ''
  const isAddress = /^https?:\/\/\S+$/i.test(target)
  switch (name) {
    case 'image':
      if (!/^\S+\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(target)) return written
      return `![${named.get('alt') ?? ''}](${target}${toTitle(named.get('caption') ?? named.get('title'))})`
    case 'link':
      if (/\s/.test(target) || !(isAddress || words !== '' || target.startsWith('/'))) return written
      return words === '' ? (isAddress ? `<${target}>` : `[${target}](${target})`) : `[${words}](${target})`
    case 'email':
      return target.includes('@') ? `[${words === '' ? target : words}](mailto:${target})` : written
    case 'tel':
      return /^[+\d][\d ()-]{3,30}$/.test(target)
        ? `[${words === '' ? target : words}](tel:${target.replace(/[^+\d]/g, '')})`
        : written
    case 'file':
      return /^\S+\.[a-z\d]{2,5}$/i.test(target) ? `[${words === '' ? target : words}](${target})` : written
    case 'video':
    case 'audio':
      return isAddress || /^\S+\.[a-z\d]{3,4}$/i.test(target) ? `{% ${name} ${target} %}` : written
    case 'youtube':
    case 'vimeo':
      return isAddress || /^[\w-]{6,20}$/.test(target) ? `{% ${name} ${target} %}` : written
    default:
      return isAddress ? `<${target}>` : written
  }
}

function toTitle(words: string | undefined): string {
  return words === undefined || words === '' ? '' : ` "${words.replaceAll('"', '”')}"`
}

const GRAV = /!?\[plugin:(youtube|vimeo)[^[\]\n]{0,100}\]\(([^()\s]{1,300})\)/gi
const HASHNODE = /(^|\s)%\[(https?:\/\/[^\s[\]]{1,2000})\]/g
const ICON =
  /:(?:fa[bsr]?|fontawesome|material|octicons|simple|mdi|bi|lucide)-[a-z0-9-]{1,60}:(?:\{[^{}\n]{0,100}\})?[ \t]?/g
const DIRECTIVE = /(^|[\s(])(?<!:):[a-z][a-z-]{1,30}\[([^[\]\n]{1,300})\](?!\()(?:\{[^{}\n]{0,200}\})?/g

const OWN_HEADING = /\[\[#([^[\]|\n^]{1,200})(?:\|([^[\]\n]{1,300}))?\]\]/g

function writeOwnHeading(_written: string, heading: string, words: string | undefined): string {
  return `[${words ?? heading}](#${toSlug(heading)})`
}

const SPACED_NOTE = /\[\^[^\s[\]]{1,60}(?: [^\s[\]]{1,60}){1,8}\]/g
/** Obsidian's name of a block, at its end. */
const BLOCK_ID = /[ \t]\^(?=[a-z\d-]{0,40}[\d-])[a-z\d-]{4,40}[ \t]*$/i

const BRACED_RUBY =
  /\{([\p{Script=Han}々ヶ]{1,20})\|([\p{Script=Hiragana}\p{Script=Katakana}ー|A-Za-z ]{1,60})\}/gu
const MARKED_RUBY = /[｜|]([^｜|《》\n]{1,30})《([^《》\n]{1,60})》/gu
const KANJI_RUBY =
  /(?<![\p{Script=Han}々ヶ])([\p{Script=Han}々ヶ]{1,20})《([\p{Script=Hiragana}\p{Script=Katakana}ー・]{1,60})》/gu

function mendRuby(text: string): string {
  const write = (_: string, base: string, reading: string) =>
    `<ruby>${base}<rt>${reading.replaceAll('|', '')}</rt></ruby>`
  return text.replace(BRACED_RUBY, write).replace(MARKED_RUBY, write).replace(KANJI_RUBY, write)
}
