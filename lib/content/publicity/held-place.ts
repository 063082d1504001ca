import { type Diagnostic, reportWarning } from '../diagnostic.ts'
import { toText } from '../keys/field-keys.ts'

/** What the path of a file says of who may see it. */
export type HeldPlace = { draft?: true; diagnostic?: Diagnostic }

const HELD_FOLDER =
  /^(?:drafts?|_private|private|unpublished|brouillons?|entwürfe|borradores|bozze|rascunhos|下書き|草稿|_?trash|papierkorb|corbeille|papelera|cestino|lixeira|корзина|ゴミ箱|回收站|휴지통)$/iu
const HELD_NAME = /^draft[ _-]|[._-]draft\.[a-z]+$/i

const folders = new Map<string, HeldPlace>()

/** By the folder a file lies in, which holds many, and by its name. */
export function readPlace(path: string): HeldPlace {
  const end = path.lastIndexOf('/')
  const folder = path.slice(0, Math.max(0, end))
  const known = folders.get(folder) ?? readFolder(folder)
  if (folders.size < 10_000) folders.set(folder, known)
  const name = path.slice(end + 1)
  return known.draft === true || !HELD_NAME.test(name) ? known : holdPlace(name)
}

/** The first folder is the site's own: `posts`. */
function readFolder(folder: string): HeldPlace {
  const parts = folder.split('/').slice(1)
  if (parts.includes('_drafts')) return { draft: true }
  const found = parts.find(isHeldFolder)
  return found === undefined ? {} : holdPlace(found)
}

/** Whether the name of a folder says that what lies in it is not public. */
export function isHeldFolder(name: string): boolean {
  return name === '_drafts' || HELD_FOLDER.test(name.normalize('NFC'))
}

function holdPlace(found: string): HeldPlace {
  const message =
    'the name of the file or of its folder says that this is not public; the story was kept as a draft'
  const hint = 'Move the file or rename it if everybody may see the story'
  return { draft: true, diagnostic: reportWarning({ field: null, found, message, hint }) }
}

const MARK =
  /^(?:draft|wip|work in progress|embargo(?:ed)?|unpublished|do not publish|not for publication|confidential|entwurf|brouillon|borrador|bozza|rascunho|utkast|черновик|下書き|草稿|未公開|초안|مسودة|טיוטה)$/iu
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
  if (bracketed !== null) return MARK.test((bracketed[1] ?? '').trim()) ? bracketed[0] : null
  const [, shout = ''] = /^([A-Z][A-Z ]+?)(?::| [-–—] )/.exec(start) ?? []
  return MARK.test(shout) ? shout : (PREFIX.exec(start)?.[0] ?? null)
}
