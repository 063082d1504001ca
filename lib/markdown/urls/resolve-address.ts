import type { MarkdownContext } from '../rendering.ts'

/**
 * Where a link to an old address of this site leads now, null when it is none. `suffix` is the link's query and fragment:
 * the query may be a part of the old address, the fragment is kept.
 */
export function resolveAddress(
  path: string,
  suffix: string,
  { resolveAddress: find }: Pick<MarkdownContext, 'resolveAddress'>,
): string | null {
  const at = suffix.indexOf('#')
  const [search, hash] = at === -1 ? [suffix, ''] : [suffix.slice(0, at), suffix.slice(at)]
  const found = find?.(path, search) ?? null
  if (found === null) return null
  return found.includes('#') ? found : found + hash
}
