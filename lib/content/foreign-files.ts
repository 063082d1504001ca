import type { Problem } from '#lib/problems/problem.ts'
import { MARKDOWN_FILE } from './markdown-file.ts'

/** Bins, previews and remains that NAS boxes, synchronisers, archivers and systems leave in any folder. */
const SYSTEM_FOLDER =
  /^(?:#recycle|#synorecycle|#snapshot|@eadir|@appstore|@__thumb|@transcode|recycler|recycled|onedrivetemp|@recycle(?:bin)?|@recently-snapshot|@tmp|@trash|@sharebin|\$recycle\.bin|recycle bin|system volume information|__macosx|lost\+found|found\.\d{3}|network trash folder|temporary items|_gsdata_|~snapshot|node_modules|bower_components)$/i

/**
 * What synchronisers name the version of a file that lost: Dropbox, Nextcloud, Seafile in parentheses in their users'
 * language, Syncthing, ownCloud, Resilio, Git. A story about a conflict has no copy and no day beside the word.
 */
const CONFLICT = [
  /\((?=[^()]*(?:conflict|konflikt|conflit|conflitto|конфлікт|конфликт|çakış|מתנגש|متعارض|冲突|衝突|競合|충돌))(?=[^()]*(?:cop[iy]|cópia|kop|копи|копі|コピー|副本|复本|사본|נוסח|نسخة|\d{4}-\d{2}-\d{2}))[^()]{1,120}\)/iu,
  /\.sync-conflict-\d{8}-\d{6}(?:-[A-Z\d]{5,9})?$/i,
  /[._-]conflict-\d{8}-\d{6}/i,
  /\.conflict(?:\(\d+\))?$/i,
  /\((?:case conflict|sfconflict)[^()]*\)/i,
  /[._](?:BACKUP|BASE|LOCAL|REMOTE)[._]\d+$/,
]

/** What editors and people keep of an earlier state. */
const BACKUP =
  /\.(?:bak|backup|orig|old|save|swp|tmp|rej)\d{0,3}$|[-_ ]bak\d{0,3}$|^backup of |~$|^~\$|^#.*#$/i

/** A copy as file managers and browsers name it, in their users' language; the group is the name it was made from. */
const COPY = [
  /^(.+?) ?\(\d{1,3}\)$/,
  /^(.+?)[ _-](?:old|backup|bak|orig)\d{0,2}$/i,
  /^(.+?)-(?:DESKTOP|LAPTOP)-[A-Z\d]{5,9}(?:-\d{1,3})?$/,
  /^(.+?)(?: -| –)?[ _-](?:copy|kopie|copie|copia|cópia|kopia|kopi|kopio|копия|копія|kopya|másolat)(?:[ _-]?\(?\d{1,3}\)?)?$/iu,
  /^(?:copy|kopie|copie|copia|cópia|kopia|kopi|копия) ?(?:\(\d{1,3}\) ?)?(?:of|von|de|di|av|van|af) (.+)$/iu,
  /^(.+?)(?:のコピー| ?- ?副本| ?- ?コピー| 副本| 복사본| ?- ?복사본)(?: ?\(?\d{1,3}\)?)?$/u,
]

/** Texts in another format than Markdown: they would be stories if they could be read. */
const OTHER_FORMAT =
  /\.(?:rst|adoc|asciidoc|asc|org|textile|wiki|mediawiki|creole|docx?|odt|rtf|pages|gdoc|ipynb|rmd|qmd|tex|pug|njk)$|^\d{4}-\d{2}-\d{2}[-_ ].*\.(?:html?|txt)$/i

/** Whether a folder belongs to the system and holds no content. */
export function isSystemFolder(name: string): boolean {
  return SYSTEM_FOLDER.test(name)
}

/** What every such name has in it: most names have nothing of the kind, and are asked about often. */
const SUSPECT = /[([#~]|_(?:BACKUP|BASE|LOCAL|REMOTE)_\d|\..*\.|[-_. ]conflict-|bak\d{0,3}\.|^backup of /i

/** Whether a file's name alone says that it is the rest of a conflict between two machines, or an earlier state. */
export function isLeftover(name: string): boolean {
  if (!SUSPECT.test(name)) return false
  const stem = toStem(name)
  return CONFLICT.some((pattern) => pattern.test(stem)) || BACKUP.test(stem)
}

/** The name of the file that this one is a copy of; null for a name that is no copy's. */
export function getCopiedName(name: string): string | null {
  const stem = toStem(name)
  for (const pattern of COPY) {
    const original = pattern.exec(stem)?.[1]?.trim()
    if (original !== undefined && original !== '') return original + name.slice(stem.length)
  }
  return null
}

/** Why a file or folder that looks like content is not published; null for one that is, or is nothing like it. */
export function explainForeign(file: string, exists: (name: string) => boolean): Problem | null {
  const name = file.slice(file.lastIndexOf('/') + 1)
  if (OTHER_FORMAT.test(name)) return reportFormat(file, name)
  if (!MARKDOWN_FILE.test(name)) return null
  if (isLeftover(name)) return reportLeftover(file)
  const original = getCopiedName(name)
  return original !== null && exists(original) ? reportCopy(file, original) : null
}

export function reportSystemFolder(folder: string): Problem {
  return toProblem(folder, {
    severity: 'warning',
    message: 'is a folder of the system, not of the paper: what lies in it is not published',
    hint: 'Move what is a story out of it.',
  })
}

function reportLeftover(file: string): Problem {
  return toProblem(file, {
    severity: 'warning',
    message: 'is what a synchroniser or an editor kept of a file, and is not published',
    hint: 'Take from it what is missing in the story and delete it, or give it a name of its own.',
  })
}

function reportCopy(file: string, original: string): Problem {
  return toProblem(file, {
    severity: 'warning',
    found: original,
    message: 'is by its name a copy of another file and is not published',
    hint: 'Delete one of the two, or give the copy a name of its own.',
  })
}

function reportFormat(file: string, name: string): Problem {
  return toProblem(file, {
    severity: 'error',
    found: name.slice(name.lastIndexOf('.')),
    message: 'is not Markdown and cannot be read',
    hint: 'Save it as Markdown (pandoc does that for most formats) with a name that ends in .md.',
  })
}

function toProblem(
  file: string,
  words: Pick<Problem, 'severity' | 'message' | 'hint'> & { found?: string },
): Problem {
  return { file, line: 1, field: null, found: '', ...words }
}

function toStem(name: string): string {
  return name.normalize('NFC').replace(MARKDOWN_FILE, '')
}
