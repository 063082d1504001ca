import type { Site } from '#lib/config/site.ts'

/** Where agents talk to the paper, and where they read of it before they do. */
export const MCP_PATH = '/mcp'
export const SERVER_CARD_PATH = '/mcp/server-card'

export const SERVER_CARD_TYPE = 'application/mcp-server-card+json'
export const AI_CATALOG_TYPE = 'application/ai-catalog+json'

/** The version of what the endpoint offers: raised when a tool changes. */
export const SERVER_VERSION = '1.0.0'

type Paper = Pick<Site, 'name' | 'tagline' | 'description'>

/** `/mcp/server-card`: what the endpoint is, for a client that has not connected yet (SEP-2127). */
export function renderServerCard(site: Paper, siteUrl: string): string {
  return JSON.stringify({
    $schema: 'https://static.modelcontextprotocol.io/schemas/v1/server-card.schema.json',
    name: toServerName(siteUrl),
    title: site.name,
    description: describe(site),
    version: SERVER_VERSION,
    websiteUrl: `${siteUrl}/`,
    remotes: [{ type: 'streamable-http', url: siteUrl + MCP_PATH }],
  })
}

/** `/.well-known/ai-catalog.json`, by AI Catalog 1.0 and Agentic Resource Discovery. @see https://agenticresourcediscovery.org/spec/ */
export function renderAiCatalog(site: Paper, siteUrl: string): string {
  const { hostname } = new URL(siteUrl)
  return JSON.stringify({
    specVersion: '1.0',
    host: { displayName: site.name, identifier: hostname },
    entries: [
      {
        identifier: `urn:air:${hostname}:stories`,
        displayName: site.name,
        description: describe(site),
        type: SERVER_CARD_TYPE,
        url: siteUrl + SERVER_CARD_PATH,
        representativeQueries: [`The latest news from ${site.name}`, `The text of a story in ${site.name}`],
      },
    ],
  })
}

/** `paper.example` → `example.paper/stories`: a host's name backwards, as registries sort them. */
function toServerName(siteUrl: string): string {
  return `${new URL(siteUrl).hostname.split('.').reverse().join('.')}/stories`
}

function describe({ name, tagline, description }: Paper): string {
  return description || tagline || name
}
