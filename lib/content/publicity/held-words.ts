/** Words that say "not public" wherever they stand alone: in brackets, in capitals, as the name of a folder. */
const MARKS = `draft drafts wip work-in-progress in-progress embargo embargoed unpublished not-published unpublish do-not-publish
  dont-publish not-for-publication no-publish nopublish on-hold hold-for-release do-not-release confidential
  entwurf entwürfe entwuerfe unveröffentlicht nicht-veröffentlicht nicht-veröffentlichen nicht-zur-veröffentlichung sperrfrist gesperrt
  brouillon brouillons non-publié ne-pas-publier borrador borradores no-publicar bozza bozze non-pubblicare rascunho rascunhos não-publicar
  concept concepten niet-publiceren kladde kladder utkast luonnos luonnokset szkic szkice wersja-robocza nepublikovat
  taslak taslaklar черновик черновики не-публиковать чернетка чернетки 下書き 草稿 草稿箱 草案 未公開 未公开 未发布 未發布 非公開 公開前 초안 임시저장 비공개
  مسودة مسودات للمراجعة טיוטה טיוטות לא-לפרסום bản-nháp πρόχειρο`

/** The same, where they name a folder or stand at the end of a file's name: as words of a title they mean other things. */
const NAMES = `private hidden secret internal intern trash deleted killed spiked pending hold premium members-only subscribers-only
  subscriber-only members paid privat privé prive privado privato backup backups papierkorb corbeille papelera cestino lixeira
  koncept koncepty корзина ゴミ箱 回收站 휴지통 templates template vorlagen vorlage modèles plantillas шаблоны テンプレート 模板`

/** Those that may as well be a section or a topic of the paper. */
const DOUBTFUL = `members premium internal hidden secret paid pending hold templates template vorlagen vorlage modèles plantillas
  шаблоны テンプレート 模板 embargo concept koncept koncepty sperrfrist`

const marks = toSet(MARKS)
const names = new Set([...marks, ...toSet(NAMES)])
const doubtful = toSet(DOUBTFUL)

/** How surely some words say that what they stand on is not public; null for words that do not. */
export type HeldMark = 'held' | 'doubtful' | null

/** Words in a title, a line or a remark: `Not for publication`. */
export function isHeldMark(words: string): boolean {
  return marks.has(toName(words))
}

/** The name of a folder, or a word of a file's name: `_drafts`, `-- Entwürfe`, `Not published`. */
export function readHeldName(name: string): HeldMark {
  const plain = toName(name)
  if (names.has(plain)) return doubtful.has(plain) && !name.startsWith('_') ? 'doubtful' : 'held'
  return /^(?:old|alt|archive|bak|done)$/.test(plain) && plain !== name.toLowerCase() ? 'doubtful' : null
}

/** `_Not published`, `-- not published` → `not-published` */
function toName(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[\s_\-–—.#~]{1,10}/, '')
    .replace(/[\s_]{1,10}/g, '-')
    .replace(/(?<![-.!:])[-.!:]+$/, '')
    .replace(/['’]/g, '')
}

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map((word) => word.normalize('NFC')))
}
