import { trimEndOf } from '#lib/text/trim.ts'

/** How an old address is kept and asked for: `/old/`, `/old/index.html` and `/%6Fld` are all `/old`. */
export function toAliasKey(path: string): string {
  const decoded = decodeAddress(path).replace(/\/index\.html?$/i, '/')
  return trimEndOf(decoded, /\//) || decoded.slice(0, 1)
}

function decodeAddress(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
