/** What stands between the names of several people. */
export const SEPARATOR =
  /,|;|&|[、，；＆]|\s[/+|｜]\s|\s(?:and|und|et|y|e|i|och|og|en|ja|и|й|та|with|mit|avec|con)\s/iu

/** What stands between people who have a role each: `Ada Quill, Editor; Ben Lens, Photographer`. */
export const PEOPLE = /[;；]|,?\s(?:and|und|et|y|и|&)\s/iu

/** `Department of Food and Rural Affairs` is one byline. */
export const OFFICE =
  /\b(?:of|for|the|in|on|agency|board|bureau|committee|council|department|ministry|office)\b/i

/** `Ada Quill`, `J. M. de Souza`: two to four words, the outer ones with capitals; or an id such as `ada-quill`. */
const PERSON =
  /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+){0,2} [\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*|[a-z\d]+(?:[-_.][a-z\d]+)*)$/u

/** A name in scripts that write no space in one. */
const PERSON_OF_EAST = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・]{2,12}$/u

export function isPerson(text: string): boolean {
  return PERSON.test(text) || (PERSON_OF_EAST.test(text) && !ROLE_OF_EAST.test(text))
}

/** A name, and what is behind it after a comma, a dash, a bar or in brackets, or a Korean or Japanese role after a space. */
export const BEFORE_ROLE =
  /^([^,|｜(（—–]{2,60}?)(?:,\s+|[|｜—–]\s*|\s[-/]\s+|[(（]|\s(?=for\s)|\s(?=[\p{Script=Han}\p{Script=Hangul}]{2,6}$))(\S[\s\S]*)$/u

/** Further names behind the first, and no role: `Ada Quill, Ben Lens and Cy Head`. */
export const PERSON_LIST = /^[\p{Lu}][\p{L}'’.-]* [\p{Lu}][\p{L}'’-]*(?:,| and | & )/u

/** What a byline begins with before the name. */
export const CREDIT =
  /^(?:(?:by|text by|words by|von|par|por|di|door|av|af|przez|od|от)[:：]?\s+(?=[\p{Lu}\p{Lo}])|(?:文|图文|圖文|撰文|作者|记者|記者|编辑|執筆|文責|글)\s*[:：/／・]\s*|(?:本报|本刊|本网|特约)?[记記]者\s+(?=\p{Script=Han}{2,4}$)|(?:بقلم|كتبه?|מאת)(?:\s*[:-]\s*|\s+))/iu

const ROLE =
  /(?<![\p{L}\p{N}])(?:director|editor|sub-?editor|reporter|correspondent|columnist|critic|journalist|writer|photographer|producer|contributor|fellow|intern|officer|manager|head|chief|chair(?:man|woman|person)?|president|secretary|minister|professor|lecturer|researcher|analyst|advis[eo]r|consultant|engineer|designer|developer|scientist|specialist|strategist|coordinator|administrator|librarian|founder|partner|lead|captain|mayor|photo(?:graph)?s|pictures|illustrations|councillor|senator|ambassador|CEO|CTO|CIO|CFO|\p{L}{0,20}redakteur(?:in)?|\p{L}{0,20}korrespondent(?:in)?|\p{L}{0,20}journalist(?:in)?|autorin|fotograf(?:in)?|volontär(?:in)?|rédact(?:eur|rice)|journaliste|correspondante?|chroniqueu(?:r|se)|photographe|stagiaire|redactora?|corresponsal|periodista|columnista|repórter|jornalista|correspondente|fotógraf[oa]|direttore|direttrice|giornalista|corrispondente|caporedattore|inviat[oa]|verslaggever|verslaggeefster|correspondent|redacteur|redaktör|reportern?|toimittaja|journalisten?|dziennikar(?:z|ka)|redaktor|корреспондент|журналист(?:ка)?|редактор|обозреватель|фотограф|репортёр|репортер|muhabir|yazar|editör|محرر|مراسل|صحفي|כתב|כתבת|עורך)(?![\p{L}\p{N}])/iu

const ROLE_OF_EAST =
  /^(?:[\p{Script=Han}\p{Script=Hangul}]{0,6}(?:记者|記者|编辑|編輯|編集者|主编|主編|编者|特派員|特派员|論説委員|主筆|通讯员|기자|특파원|편집장|편집인|논설위원|객원기자|선임기자))$/u

/** The paper or the house that somebody is of. */
const HOUSE =
  /(?<![\p{L}\p{N}])(?:gazette|times|news|newspaper|tribune|herald|courier|chronicle|journal|wire|agency|press|radio|television|magazine|AP|AFP|dpa|EFE|ANSA|PTI|TASS|ТАСС|Reuters|Xinhua|Bloomberg|institute|university|college|school|foundation|department|desk|staff|zeitung|rundschau|tageblatt|nachrichten|universität|université|universidad|agence|agencia|агентство|газета)(?![\p{L}\p{N}])/iu

/** Whether words say what a person is or of what house, and are no person's name. */
export function isRole(text: string): boolean {
  return ROLE.test(text) || ROLE_OF_EAST.test(text) || HOUSE.test(text)
}
