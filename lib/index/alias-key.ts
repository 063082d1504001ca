/** How an old address is kept and asked for: `/old/`, `/old/index.html` and `/%6Fld` are all `/old`. */
export function toAliasKey(path: string): string {
  const decoded = decode(path)
  return decoded.replace(/\/index\.html?$/i, '/').replace(/(?<=.)\/+$/, '')
}

function decode(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
