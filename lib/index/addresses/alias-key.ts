import { trimEndOf } from '#lib/text/trim.ts'

/** What newsletters and networks add to any address: it names no other page. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|_ga|_gl|yclid)$/i

/** More parameters than an address of ours ever had. */
const MAX_PARAMETERS = 10

/**
 * How an old address is kept and asked for: `/old/`, `/old/index.html` and `/%6Fld` are all `/old`, in one form of
 * Unicode. A query is a part of it, its parameters in one order: `/story.php?id=5`.
 */
export function toAliasKey(address: string): string {
  const at = address.indexOf('?')
  const path = toPathKey(at === -1 ? address : address.slice(0, at))
  return at === -1 ? path : path + toQueryKey(listParameters(address.slice(at)))
}

/** The keys under which an address with a query may be kept, the most exact first: all of it, then each parameter alone. */
export function listQueryKeys(path: string, search: string): string[] {
  const parameters = listParameters(search)
  const each = parameters.length > 1 ? parameters.map((parameter) => [parameter]) : []
  return [parameters, ...each]
    .filter((list) => list.length > 0)
    .map((list) => toPathKey(path) + toQueryKey(list))
}

function toPathKey(path: string): string {
  const decoded = decodeAddress(path)
    .normalize('NFC')
    .replace(/\/index\.html?$/i, '/')
  return trimEndOf(decoded, /\//) || decoded.slice(0, 1)
}

type Parameter = readonly [name: string, value: string]

function listParameters(search: string): Parameter[] {
  const all = [...new URLSearchParams(search)].filter(([name]) => !TRACKING.test(name))
  return all.slice(0, MAX_PARAMETERS).sort(([a], [b]) => (a < b ? -1 : 1))
}

function toQueryKey(parameters: readonly Parameter[]): string {
  const query = parameters.map(([name, value]) => `${name}=${value}`.normalize('NFC')).join('&')
  return query === '' ? '' : `?${query}`
}

function decodeAddress(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
