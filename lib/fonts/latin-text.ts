/** Letters of western European languages beyond a to z, in lower case. */
export const ACCENTED = 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿßœšž'

const ASCII = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place)).join('')

/** ASCII, western Europe's letters and newspapers' punctuation: what every face of a paper has. */
export const LATIN_TEXT = `${ASCII}\u00a0¡£©«®°±²³·»¼½¾¿×÷§¶${ACCENTED}${ACCENTED.toUpperCase()}Ÿ–—‘’‚“”„†•…€™−`
