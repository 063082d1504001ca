import type { Site } from '#lib/config/site.ts'
import { listDisallowed } from '#lib/routes/route-properties.ts'
import { ROUTES } from '#lib/routes/route-table.ts'
import { AI_CRAWLERS } from './ai-crawlers.ts'
import { getAiUses, getLicenseUrl } from './rsl.ts'

type Rules = {
  agents: readonly string[]
  allow: readonly string[]
  disallow: readonly string[]
  /** What crawlers may do with what they fetched. @see https://contentsignals.org/ */
  signal?: string
}

const PURPOSES = ['training', 'search', 'people'] as const

/**
 * `/robots.txt` as RFC 9309 has it. On a machine of one's own, or where `robots.indexing` is false, it keeps every
 * crawler out. Without news there is no news sitemap to name.
 */
export function renderRobots(site: Pick<Site, 'robots'>, siteUrl: string, hasNews: boolean): string {
  const { robots } = site
  if (!robots.indexing || isLocal(siteUrl)) return 'User-agent: *\nDisallow: /\n'
  const refused = PURPOSES.filter((purpose) => robots.ai[purpose] === 'refuse').flatMap(
    (purpose) => AI_CRAWLERS[purpose],
  )
  const groups: Rules[] = [
    { agents: ['*'], allow: [], disallow: listDisallowed(), ...toSignal(site) },
    ...(refused.length === 0 ? [] : [{ agents: refused, allow: [], disallow: ['/'] }]),
    ...robots.groups,
  ]
  const licenseUrl = robots.licenseLine ? getLicenseUrl(site, siteUrl) : null
  const license = licenseUrl === null ? [] : [`License: ${licenseUrl}`]
  const sitemaps = [ROUTES.sitemap.path, ...(hasNews ? [ROUTES.newsSitemap.path] : [])].map(
    (path) => `Sitemap: ${siteUrl}${path}`,
  )
  return `${[...groups.map(renderGroup), [...license, ...sitemaps].join('\n')].join('\n\n')}\n`
}

function toSignal(site: Pick<Site, 'robots'>): Pick<Rules, 'signal'> {
  const uses = getAiUses(site)
  if (uses === null) return {}
  const toWord = (isFree: boolean) => (isFree ? 'yes' : 'no')
  return { signal: `search=yes, ai-input=${toWord(uses.input)}, ai-train=${toWord(uses.training)}` }
}

/** Whether an address is of the machine it is asked on: nothing there is for the public. */
function isLocal(siteUrl: string): boolean {
  const { hostname } = new URL(siteUrl)
  return /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname)
}

/** A group without a rule is one with an empty `Disallow`: the whole site is open to it. */
function renderGroup({ agents, allow, disallow, signal }: Rules): string {
  const rules = [...allow.map((path) => `Allow: ${path}`), ...disallow.map((path) => `Disallow: ${path}`)]
  return [
    ...agents.map((agent) => `User-agent: ${agent}`),
    ...(signal === undefined ? [] : [`Content-Signal: ${signal}`]),
    ...(rules.length === 0 ? ['Disallow:'] : rules),
  ].join('\n')
}
