import type { Site } from '#lib/config/site.ts'
import { renderXmlDocument } from '#lib/text/xml.ts'

export const RSL_TYPE = 'application/rsl+xml'

/** Where the terms of use are made from the AI policy. */
export const RSL_PATH = '/license.xml'

type Policy = Pick<Site, 'robots'>

/** What crawlers may use the paper for, in the words RSL and Content Signals share. */
export type AiUses = { search: boolean; input: boolean; training: boolean }

/** Null where the paper says nothing of AI: silence neither grants nor reserves. */
export function getAiUses({ robots: { ai, indexing, license } }: Policy): AiUses | null {
  const isReserved = Object.values(ai).includes('refuse')
  if (!indexing || (!isReserved && license === undefined)) return null
  return {
    search: ai.search === 'allow',
    input: ai.search === 'allow' && ai.people === 'allow',
    training: ai.training === 'allow',
  }
}

/** The absolute address of the paper's RSL: its own file, or ours. Null where nothing is reserved. */
export function getLicenseUrl(site: Policy, siteUrl: string): string | null {
  if (getAiUses(site) === null) return null
  const { license } = site.robots
  const isRsl = license?.endsWith('.xml') === true
  return new URL(isRsl ? license : RSL_PATH, siteUrl).href
}

/**
 * `/license.xml`: the terms of use as RSL 1.0, made from `robots.ai` of site.yaml. Null where there are none.
 *
 * @see https://rslstandard.org/rsl
 */
export function renderRsl(
  site: Policy & Pick<Site, 'name' | 'email' | 'publisher' | 'copyright'>,
  siteUrl: string,
): string | null {
  const uses = getAiUses(site)
  if (uses === null) return null
  const { permitted, prohibited } = listUses(uses)
  const { license } = site.robots
  const content = {
    '@url': '/',
    license: {
      permits: { '@type': 'usage', '#text': permitted.join(' ') },
      ...(prohibited.length === 0 ? {} : { prohibits: { '@type': 'usage', '#text': prohibited.join(' ') } }),
    },
    copyright: {
      '@type': 'organization',
      '@contactUrl': `${siteUrl}/`,
      ...(site.email === undefined ? {} : { '@contactEmail': site.email }),
      '#text': site.publisher?.name ?? site.name,
    },
    ...(license === undefined ? {} : { terms: new URL(license, siteUrl).href }),
  }
  return renderXmlDocument({ rsl: { '@xmlns': 'https://rslstandard.org/rsl', content } }, [])
}

/** A plain index of links is what every paper wants to be in; the rest is as the policy says. */
function listUses({ search, input, training }: AiUses): { permitted: string[]; prohibited: string[] } {
  const uses = [
    { name: 'search', isFree: true },
    { name: 'ai-index', isFree: search },
    { name: 'ai-input', isFree: input },
    { name: 'ai-train', isFree: training },
  ]
  const names = (isFree: boolean) => uses.filter((use) => use.isFree === isFree).map(({ name }) => name)
  return { permitted: names(true), prohibited: names(false) }
}
