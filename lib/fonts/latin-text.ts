/** Letters of western European languages beyond a to z, in lower case. */
export const ACCENTED = 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿßœšž'

const ASCII = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place)).join('')

/** ASCII, western Europe's letters and newspapers' punctuation: what every face of a paper has. */
export const LATIN_TEXT = `${ASCII}\u00a0¡£©«®°±²³·»¼½¾¿×÷§¶${ACCENTED}${ACCENTED.toUpperCase()}Ÿ–—‘’‚“”„†•…€™−`

/** Latin's range as the style sheet names it: a letter outside it is set in the reader's own face. */
export const LATIN_RANGE = 'U+20-7E,U+A0-FF,U+152-153,U+160-161,U+178,U+17D-17E,U+2013-2122,U+2212'
