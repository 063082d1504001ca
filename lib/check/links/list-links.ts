import { Parser } from 'htmlparser2'

/** Addresses of other sites that a rendered text links to, their fragments taken off. */
export function listLinks(html: string, siteUrl: string): string[] {
  const own = new URL(siteUrl).host
  const found = new Set<string>()
  const parser = new Parser({
    onopentag: (name, { href }) => {
      const url = name === 'a' && href !== undefined && /^https?:/i.test(href) ? URL.parse(href) : null
      if (url === null || url.host === own) return
      url.hash = ''
      found.add(url.href)
    },
  })
  parser.end(html)
  return [...found]
}
