import { isHostName, parseHostAddress } from '#lib/text/addresses/host-address.ts'

const MAIL_NAME = /^[\w.+-]{1,64}$/

/**
 * The whole address of one that a writer left the beginning of away, where nothing else is meant: `weblogs.example/name`
 * → `https://weblogs.example/name`, `desk@example.org` → `mailto:desk@example.org`. Null for a path. A name alone,
 * `report.pdf` or `example.org`, may be a file.
 */
export function completeAddress(path: string): string | null {
  if (isMailAddress(path)) return `mailto:${path}`
  return path.includes('/') && parseHostAddress(decode(path)) !== null ? `https://${path}` : null
}

function isMailAddress(path: string): boolean {
  const [name = '', host = '', ...more] = path.split('@')
  return more.length === 0 && MAIL_NAME.test(name) && isHostName(host)
}

function decode(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
