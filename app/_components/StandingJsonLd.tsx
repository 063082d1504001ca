import { getEnv } from '#lib/config/env.ts'
import { buildStandingGraph, type StandingGraphFacts } from '#lib/seo/json-ld/standing.ts'
import { JsonLd } from './JsonLd.tsx'

/** What a page that is not news is about, for search engines. */
export function StandingJsonLd(facts: Omit<StandingGraphFacts, 'siteUrl'>) {
  return <JsonLd graph={buildStandingGraph({ ...facts, siteUrl: getEnv().siteUrl })} />
}
