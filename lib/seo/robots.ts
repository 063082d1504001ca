import type { Site } from '#lib/config/site.ts'
import { listDisallowed } from '#lib/routes/route-properties.ts'
import { ROUTES } from '#lib/routes/route-table.ts'
import { AI_CRAWLERS } from './ai-crawlers.ts'

type Rules = { agents: readonly string[]; allow: readonly string[]; disallow: readonly string[] }

const PURPOSES = ['training', 'search', 'people'] as const

/**
 * `/robots.txt` as RFC 9309 has it. On a machine of one's own, or where `robots.indexing` is false, it keeps every
 * crawler out.
 */
export function renderRobots({ robots }: Pick<Site, 'robots'>, siteUrl: string): string {
  if (!robots.indexing || isLocal(siteUrl)) return 'User-agent: *\nDisallow: /\n'
  const refused = PURPOSES.filter((purpose) => robots.ai[purpose] === 'refuse').flatMap(
    (purpose) => AI_CRAWLERS[purpose],
  )
  const groups: Rules[] = [
    { agents: ['*'], allow: [], disallow: listDisallowed() },
    ...(refused.length === 0 ? [] : [{ agents: refused, allow: [], disallow: ['/'] }]),
    ...robots.groups,
  ]
  const license = robots.license === undefined ? [] : [`License: ${new URL(robots.license, siteUrl).href}`]
  const sitemaps = [ROUTES.sitemap.path, ROUTES.newsSitemap.path].map((path) => `Sitemap: ${siteUrl}${path}`)
  return `${[...groups.map(renderGroup), [...license, ...sitemaps].join('\n')].join('\n\n')}\n`
}

/** Whether an address is of the machine it is asked on: nothing there is for the public. */
function isLocal(siteUrl: string): boolean {
  const { hostname } = new URL(siteUrl)
  return /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname)
}

/** A group without a rule is one with an empty `Disallow`: the whole site is open to it. */
function renderGroup({ agents, allow, disallow }: Rules): string {
  const rules = [...allow.map((path) => `Allow: ${path}`), ...disallow.map((path) => `Disallow: ${path}`)]
  return [
    ...agents.map((agent) => `User-agent: ${agent}`),
    ...(rules.length === 0 ? ['Disallow:'] : rules),
  ].join('\n')
}
