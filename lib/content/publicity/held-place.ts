import { type Diagnostic, reportWarning } from '../diagnostic.ts'
import { toText } from '../keys/raw-value.ts'
import { MARKDOWN_FILE } from '../markdown-file.ts'
import { type HeldMark, isHeldMark, readHeldName } from './held-words.ts'

/** What the path of a file says of who may see it. */
export type HeldPlace = { draft?: true; diagnostic?: Diagnostic }

const folders = new Map<string, HeldPlace>()

/** By the folder a file lies in, which holds many, and by its name. */
export function readPlace(path: string): HeldPlace {
  const end = path.lastIndexOf('/')
  const folder = path.slice(0, Math.max(0, end))
  const known = folders.get(folder) ?? readFolder(folder)
  if (folders.size < 10_000) folders.set(folder, known)
  if (known.draft === true) return known
  const name = path.slice(end + 1)
  return toPlace(readFileName(name, path.startsWith('posts/')), name) ?? known
}

/** The first folder is the site's own: `posts`. */
function readFolder(folder: string): HeldPlace {
  const parts = folder.split('/').slice(1)
  if (parts.includes('_drafts')) return { draft: true }
  const held = parts.find(isHeldFolder)
  if (held !== undefined) return toPlace('held', held) ?? {}
  const found = parts.find((name) => readHeldName(name) !== null || isLeftoverFolder(name))
  return found === undefined ? {} : (toPlace('doubtful', found) ?? {})
}

/** Whether the name of a folder says that what lies in it is not public. */
export function isHeldFolder(name: string): boolean {
  return name === '_drafts' || readHeldName(name) === 'held'
}

/** `2024.bak`, `stories.old` */
function isLeftoverFolder(name: string): boolean {
  return /\.(?:bak|backup|old|orig|tmp)\d{0,3}$/i.test(name)
}

/** What begins or ends a name and is set apart: `[DRAFT] quay`, `Quay (draft)`, `quay.wip`, `EMBARGO quay`, `quay-draft-2`. */
const BRACKETED = /^[[({【](.{1,40}?)[\])}】]|[[({【]([^[({【\])}】]{1,40})[\])}】]$/u
const FIRST = /^([^ _.:-]{2,40})(?: - | – |[ _.:-])/u
const LAST = /([ _.-])([^ _.-]{2,40})(?:[ _-]?v?\d{1,3})?$/u
const LOUD =
  /(?:^|[ _.-])(?:DRAFT|WIP|EMBARGO|EMBARGOED|HOLD|UNPUBLISHED|CONFIDENTIAL|ENTWURF|NICHT[ _-]VERÖFFENTLICHEN|SPERRFRIST|BROUILLON|BORRADOR|ЧЕРНОВИК)(?:[ _.-]|$)/u
const PHRASE = /(?:do|did)[ _-]not[ _-]publish|not[ _-]for[ _-]publication|hold[ _-]for[ _-]release/i
/** Of the words that begin or end a name, those that are hardly ever a part of it. */
const SURE =
  /^(?:drafts?|wip|entwurf|brouillon|borrador|rascunho|bozza|utkast|luonnos|szkic|taslak|черновик|чернетка|草稿|下書き|초안|مسودة|טיוטה)$/iu
/** What editors call a note without a name, and what is copied for a new one. */
const UNNAMED =
  /^(?:untitled|unbenannt|sans titre|sin título|senza titolo|sem título|無題|无标题|без названия|new note|new post|neue notiz|template|vorlage|_template)(?:[ _-]?\d{1,3})?$/iu
/** Desks sort such names to the end of a folder. */
const SORTED_AWAY = /^(?:--|zzz?|xxx?)[ _-]/i

/** Astro publishes no story whose name begins with `_`. */
function readFileName(name: string, isStory: boolean): HeldMark {
  const stem = name.normalize('NFC').replace(MARKDOWN_FILE, '').replace(DATE, '')
  if (SURE.test(stem) || LOUD.test(stem) || PHRASE.test(stem)) return 'held'
  // One word may be what the story is about: `Deleted`, `Embargoed`.
  if (readHeldName(stem) === 'held') return /[^ _-][ _-]+[^ _-]/.test(stem) ? 'held' : 'doubtful'
  const [, opening, closing] = BRACKETED.exec(stem) ?? []
  if (isHeldMark(opening ?? closing ?? '')) return 'held'
  const first = FIRST.exec(stem)?.[1] ?? ''
  const [, separator = '', last = ''] = LAST.exec(stem) ?? []
  if (SURE.test(first) || SURE.test(last)) return 'held'
  if (separator === '.' && readHeldName(last) === 'held') return 'held'
  if (isHeldMark(first) || isHeldMark(last) || (/[._]/.test(separator) && readHeldName(last) !== null))
    return 'doubtful'
  return UNNAMED.test(stem) || SORTED_AWAY.test(stem) || (isStory && /^_(?!_|index$)/.test(stem))
    ? 'doubtful'
    : null
}

const DATE = /^\d{4}[-._]?\d{2}[-._]?\d{2}[-_ .]/

function toPlace(mark: HeldMark, found: string): HeldPlace | null {
  if (mark === null) return null
  const says = 'the name of the file or of its folder says that this is not public'
  if (mark === 'doubtful') {
    const message =
      'the name of the file or of its folder may say that this is not public; it is public all the same'
    const hint = 'Write draft: true if it is not to be public, or give the file or folder another name'
    return { diagnostic: reportWarning({ field: null, found, message, hint }) }
  }
  const hint = 'Move the file or rename it if everybody may see the story'
  const message = `${says}; the story was kept as a draft`
  return { draft: true, diagnostic: reportWarning({ field: null, found, message, hint }) }
}

/** What WordPress writes before the title of a story that not everybody may see, in the languages it speaks. */
const PREFIX =
  /^(?:private|protected|privat|geschützt|privé|protégé|privado|protegido|privato|protetto|particulier|beveiligd|личное|защищено|非公開|保護中|私密|密码保护|비공개|보호된 글) ?[:：]/iu
const MAX_MARK = 40

/** The word in a title that says it is not to be public: `[DRAFT] The quay`, `Private: The quay`; null for others. */
export function findTitleMark(title: unknown): string | null {
  const text = toText(title).trim()
  const start = text.slice(0, MAX_MARK)
  const bracketed =
    /^[[(【{]([^\])】}]+)[\])】}]/.exec(start) ??
    /[[(【{]([^[\](){}【】]+)[\])】}]$/.exec(text.slice(-MAX_MARK))
  if (bracketed !== null) return isHeldMark(bracketed[1] ?? '') ? bracketed[0] : null
  const [, shout = ''] = /^([A-Z][A-Z ]+?)(?::| [-–—] )/.exec(start) ?? []
  return isHeldMark(shout) ? shout : (PREFIX.exec(start)?.[0] ?? null)
}
