const STUCK = /(\p{Ll}|(?<![\p{L}\p{N}])\d{2,4})([.!?]+[”’»)]?)(?=[“‘«]?(?:\p{Lu}\p{Ll}|[IA](?:\s|$)))/gu
const ADDRESS = /:\/\/|@|^www\.|\.\p{L}{2,10}\/|\.(?:com|org|net|gov|edu|io|co|uk|eu|de|fr)[^\p{L}\p{N}]*$/iu
const DOTTED_NAME =
  /[.](?:js|ts|net|com|org|io|ai|app|dev|co|gov|edu|tv|fm|uk|eu|de|fr|md|html?|php|py)(?![\p{L}\p{N}])/iu

/**
 * Puts back the space that scraping lost between two sentences: `franchise.And Tom` → `franchise. And Tom`.
 * Addresses and dotted names (`example.Com/…`, `Node.js`, `U.S.A`) stay as they are.
 */
export function spaceSentences(text: string): string {
  if (text.search(STUCK) === -1) return text
  return text.replace(/\S+/g, (token) => {
    if (ADDRESS.test(token)) return token
    return token.replace(STUCK, (match, before: string, mark: string, offset: number) => {
      const isName = mark === '.' && DOTTED_NAME.test(token.slice(offset + before.length).slice(0, 8))
      return isName ? match : `${match} `
    })
  })
}
