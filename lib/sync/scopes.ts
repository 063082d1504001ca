/** So many single paths cost more than one comparison of everything. */
export const MAX_SCOPES = 1_000

/** A folder stands for all that lies below it. */
export function toScopes(paths: readonly string[]): string[] {
  if (paths.length > MAX_SCOPES || paths.includes('')) return ['']
  const set = new Set(paths)
  return paths.filter((file) => !listFolders(file).some((folder) => set.has(folder)))
}

function listFolders(file: string): string[] {
  const parts = file.split('/')
  return parts.slice(1).map((_part, end) => parts.slice(0, end + 1).join('/'))
}
