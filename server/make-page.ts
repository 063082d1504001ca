import type { OutgoingHttpHeaders } from 'node:http'
import { getTagsOfAnswer } from '#lib/cache/tags-of-answer.ts'
import type { Index } from '#lib/index/index-state.ts'
import { getLastChange } from '#lib/index/revision.ts'
import { type Answer, createAnswer } from './answer/answer.ts'
import { DATA_POLICY, formatPolicy } from './answer/content-security-policy.ts'
import { listSecurityHeaders } from './answer/security-headers.ts'
import type { Rendered } from './capture-response.ts'
import type { LeanPage } from './lean/lean-html.ts'

export type PageParts = {
  index: Index
  siteUrl: string
  /** When this source and these settings began to serve, in milliseconds: nothing it sends is older. */
  since: number
  lean: (html: string) => LeanPage
  /** Told of a page that is sent as it was rendered, or that holds what a strict policy would rather not. */
  warn: (path: string, fault: string) => void
}

/** What Next's own header lines are worth to a reader. */
const KEPT_HEADERS = ['location', 'content-language', 'content-disposition', 'x-robots-tag'] as const

/** Turns what was rendered for `path` into the answer that is kept and sent: lean, with all its header lines. */
export function makePage(parts: PageParts, path: string, rendered: Rendered): Answer {
  const contentType = String(rendered.headers['content-type'] ?? 'text/plain; charset=utf-8')
  const { status } = rendered
  const tags = getTagsOfAnswer(path, status, rendered.headers.location)
  const { body, policy } = contentType.startsWith('text/html')
    ? makeLean(parts, path, rendered.body)
    : { body: rendered.body, policy: DATA_POLICY }
  return createAnswer({
    status,
    tags,
    contentType,
    body,
    changed: Math.max(parts.since, getLastChange(parts.index, tags)),
    headers: [
      ...listKept(rendered.headers),
      ...['Vary', path.startsWith('/posts/') ? 'Accept-Encoding, Accept' : 'Accept-Encoding'],
      ...listTagHeaders(tags),
      ...['Content-Security-Policy', policy],
      ...listSecurityHeaders(parts).flat(),
    ],
  })
}

function makeLean(parts: PageParts, path: string, body: Buffer): { body: Buffer; policy: string } {
  const { html, policy, fault } = parts.lean(body.toString())
  if (fault !== null) parts.warn(path, `sent as it was rendered, with the framework's scripts: ${fault}`)
  if (policy.styleAttributes.length > 0) parts.warn(path, 'holds style attributes; a class would do')
  return { body: Buffer.from(html), policy: formatPolicy(policy, parts) }
}

/** For caches that purge by story: Cloudflare and others read the one, Fastly and Varnish the other. */
function listTagHeaders(tags: readonly string[]): string[] {
  const names = tags.map((tag) => encodeURIComponent(tag).replaceAll('%3A', ':'))
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
  const own = links.filter((link) => link !== '' && !link.includes('</_next/'))
  return own.length === 0 ? kept : [...kept, 'Link', own.join(', ')]
}
