/** What one page holds that a policy must name: SHA-256 hashes in base64, and whether files are asked for. */
export type PolicyParts = {
  scripts: string[]
  styles: string[]
  styleAttributes: string[]
  hasScriptFiles: boolean
  hasSheets: boolean
}

/**
 * The Content-Security-Policy of one page. Hashes, not nonces: a page is made once and read by many. Films stand behind
 * a box that loads them when asked to; pictures may be anywhere an editor found them.
 *
 * Source: https://www.w3.org/TR/CSP3/
 */
export function formatPolicy(parts: PolicyParts, { siteUrl }: { siteUrl: string }): string {
  const isSecure = siteUrl.startsWith('https:')
  const pictures = isSecure ? "'self' data: https:" : "'self' data: https: http:"
  return [
    "default-src 'none'",
    toDirective('script-src', parts.scripts, parts.hasScriptFiles),
    toDirective('style-src', parts.styles, parts.hasSheets),
    ...toAttributeDirective(parts.styleAttributes),
    `img-src ${pictures}`,
    `media-src ${pictures}`,
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    'frame-src https://www.youtube-nocookie.com https://player.vimeo.com',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** The policy of what is no page: feeds, sitemaps, icons. Nothing in it runs; a feed is shown by its style sheets. */
export const DATA_POLICY = "default-src 'none'; style-src 'self'; img-src data:; frame-ancestors 'self'"

function toDirective(name: string, hashes: readonly string[], hasFiles: boolean): string {
  const sources = [...(hasFiles ? ["'self'"] : []), ...new Set(hashes.map((hash) => `'sha256-${hash}'`))]
  return `${name} ${sources.length === 0 ? "'none'" : sources.join(' ')}`
}

function toAttributeDirective(hashes: readonly string[]): string[] {
  if (hashes.length === 0) return []
  return [`style-src-attr 'unsafe-hashes' ${hashes.map((hash) => `'sha256-${hash}'`).join(' ')}`]
}
