import type { OutgoingHttpHeaders } from 'node:http'
import { getTagsOfResponse } from '#lib/cache/tags-of-response.ts'
import { getLastChange } from '#lib/freshness/revision.ts'
import { getOwnBoundary } from '#lib/freshness/scheduled-changes.ts'
import { listSecurityHeaders } from '#lib/http/security-headers.ts'
import type { Index } from '#lib/index/index-state.ts'
import { formatTag } from '#lib/routes/cache-tags.ts'
import { getVary, isMarkdownPath, isShortLived } from '#lib/routes/route-properties.ts'
import { getLicenseUrl, RSL_TYPE } from '#lib/seo/rsl.ts'
import type { CapturedResponse } from '../next/capture-response.ts'
import { BUILD_URL } from '../next/markers.ts'
import { DATA_POLICY, formatPolicy } from '../response/content-security-policy.ts'
import { type CachedResponse, createResponse } from '../response/response.ts'
import type { StrippedPage } from './strip/strip-framework.ts'

export type PageParts = {
  index: Index
  siteUrl: string
  /** When this source and these settings began to serve, in milliseconds: nothing it sends is older. */
  since: number
  strip: (html: string) => StrippedPage
  /** Told of a page that is sent as it was rendered, or that holds what a strict policy would rather not. */
  warn: (path: string, mismatch: string) => void
}

/** What Next's own header lines are worth to a reader. */
const KEPT_HEADERS = [
  'location',
  'content-language',
  'content-disposition',
  'x-robots-tag',
  'retry-after',
  'access-control-allow-origin',
] as const

/** Turns what was rendered for `path` into the answer that is kept and sent: lean, with all its header lines. */
export function makePage(parts: PageParts, path: string, rendered: CapturedResponse): CachedResponse {
  const contentType = String(rendered.headers['content-type'] ?? 'text/plain; charset=utf-8')
  const { status } = rendered
  const tags = getTagsOfResponse(path, status, rendered.headers.location)
  const isPage = contentType.startsWith('text/html') && rendered.isVerbatim !== true
  const { body, policy } = isPage
    ? stripPage(parts, path, rendered.body)
    : { body: rendered.body, policy: DATA_POLICY }
  return createResponse({
    status,
    tags,
    contentType,
    isShortLived: isShortLived(path),
    ownBoundary: getOwnBoundary(parts.index, tags, new Date()),
    body,
    changed: Math.max(parts.since, getLastChange(parts.index, tags)),
    headers: [
      ...listKept(rendered.headers),
      ...(isMarkdownPath(path) ? ['X-Robots-Tag', 'noindex'] : []),
      ...['Vary', ['Accept-Encoding', getVary(path) ?? []].flat().join(', ')],
      ...listTagHeaders(tags),
      ...listLicense(parts, contentType),
      ...['Content-Security-Policy', policy],
      ...listSecurityHeaders(parts).flat(),
    ],
  })
}

function stripPage(parts: PageParts, path: string, body: Buffer): { body: Buffer; policy: string } {
  const { html, policy, mismatch } = parts.strip(body.toString())
  if (mismatch !== null)
    parts.warn(path, `sent as it was rendered, with the framework's scripts: ${mismatch}`)
  if (policy.styleAttributes.length > 0) parts.warn(path, 'holds style attributes; a class would do')
  return { body: Buffer.from(html), policy: formatPolicy(policy, parts) }
}

/** Under which terms machines may use a page. Feeds say so among their own links. */
function listLicense({ index, siteUrl }: PageParts, contentType: string): string[] {
  const license = contentType.startsWith('text/html') ? getLicenseUrl(index.site, siteUrl) : null
  return license === null ? [] : ['Link', `<${license}>; rel="license"; type="${RSL_TYPE}"`]
}

/** For caches that purge by story: Cloudflare and others read the one, Fastly and Varnish the other. */
function listTagHeaders(tags: readonly string[]): string[] {
  const names = tags.map(formatTag)
  return ['Cache-Tag', names.join(','), 'Surrogate-Key', names.join(' ')]
}

function listKept(headers: OutgoingHttpHeaders): string[] {
  const kept = KEPT_HEADERS.flatMap((name) => {
    const [value] = [headers[name] ?? []].flat()
    return value === undefined ? [] : [name, String(value)]
  })
  const links = [headers.link ?? []]
    .flat()
    .join(', ')
    .split(/,\s*(?=<)/)
  const own = links.filter((link) => link !== '' && !link.includes(`<${BUILD_URL}`))
  return own.length === 0 ? kept : [...kept, 'Link', own.join(', ')]
}
