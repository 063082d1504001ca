import { hasFile } from '#lib/files/has-file.ts'
import { decodePath } from '#lib/http/decode-path.ts'
import { findMediaType } from '#lib/http/media-types.ts'
import { getLinkTarget, isAnswered, toAddressName } from '#lib/index/addresses/link-target.ts'
import type { Index } from '#lib/index/index-state.ts'
import { renderPlainText } from '#lib/markdown/plain-text.ts'
import { renderMarkdown } from '#lib/markdown/render-markdown.ts'
import { needsRendering, toMarkdown } from '#lib/markdown/tree/html-to-markdown.ts'
import { toAbsoluteHtml } from '#lib/markdown/urls/absolute-html.ts'
import { toAbsoluteMarkdown } from '#lib/markdown/urls/absolute-markdown.ts'
import { describeBodyPicture } from '#lib/pictures/registry/body-pictures.ts'
import { matchRoutes } from '#lib/routes/match-route.ts'
import { getPathPrefix } from '#lib/routes/paths.ts'
import { findFormerSlug } from '../addresses/former-slug.ts'
import { findRootFile } from '../files/root-file.ts'
import type { Rendering } from './rendering-schema.ts'

/** What of a text its rendering depends on. */
export type RenderedText = {
  body: string
  title: string
  language: string
  sourceFile: string
  /** Where it is one of several texts on a page: what its ids begin with. */
  idPrefix?: string
}

/**
 * One piece of work on a writer's text, as it is sent to a worker. `now` is in milliseconds.
 *
 * - `html`      Markdown → safe HTML
 * - `markdown`  Markdown with absolute addresses, and without HTML and template tags
 * - `plain`     the words as plain paragraphs: what is left when `html` cannot be had
 * - `absolute`  safe HTML → the same with absolute addresses
 */
export type RenderJob =
  | { kind: 'html'; text: RenderedText; siteUrl: string; now: number; hasIndentedCode: boolean }
  | {
      kind: 'markdown'
      text: RenderedText
      pageUrl: string
      siteUrl: string
      now: number
      hasIndentedCode: boolean
    }
  | { kind: 'plain'; text: string; more: MoreLink | null }
  | { kind: 'absolute'; html: string; pageUrl: string }

/** Where the whole of a text is to be had, and in which words that is said. */
export type MoreLink = { url: string; label: string }

/** Characters of a text that are shown as plain paragraphs: a page with more of them is of no use to a reader. */
const MAX_PLAIN_LENGTH = 500_000
/** Characters of HTML they may be: `&` is five, and a paragraph of one letter is nine. */
const MAX_PLAIN_HTML = 600_000

/** Characters of HTML a page may have. A text with more is shown as plain paragraphs: every page made of it costs as much. */
const MAX_HTML_LENGTH = 1_500_000
/** Characters that other results may have. */
const MAX_RESULT_LENGTH = 16_000_000

/**
 * Does one job. Reads from the index, writes nothing.
 *
 * @throws {RangeError} when the result is too large
 */
export function runRenderJob(index: Index, job: RenderJob): Rendering {
  const rendering = run(index, job)
  const max = job.kind === 'html' ? MAX_HTML_LENGTH : MAX_RESULT_LENGTH
  if (rendering.result.length > max) throw new RangeError('it is longer than a page can be')
  return rendering
}

function run(index: Index, job: RenderJob): Rendering {
  switch (job.kind) {
    case 'html':
      return renderHtml(index, job)
    case 'markdown':
      return renderMarkdownVersion(index, job)
    case 'plain':
      return toRendering(renderPlain(job))
    case 'absolute':
      return toRendering(toAbsoluteHtml(job.html, job.pageUrl))
  }
}

function renderPlain({ text, more }: Extract<RenderJob, { kind: 'plain' }>): string {
  const { html, length } = renderPlainStart(text)
  if (text.length <= length || more === null) return html
  return `${html}\n<p><a href="${more.url}">${more.label}</a></p>`
}

/** The first `length` characters of a text: fewer where they are written out as many more. */
function renderPlainStart(text: string): { html: string; length: number } {
  let length = MAX_PLAIN_LENGTH
  for (;;) {
    const html = renderPlainText(text.slice(0, length).toWellFormed())
    if (html.length <= MAX_PLAIN_HTML) return { html, length }
    length = Math.floor((length * MAX_PLAIN_HTML) / (html.length + 1))
  }
}

/** As its writer wrote it; what holds HTML or template tags is made from what its page shows of it. */
function renderMarkdownVersion(index: Index, job: Extract<RenderJob, { kind: 'markdown' }>): Rendering {
  const { body, sourceFile } = job.text
  if (needsRendering(body)) {
    const rendering = renderHtml(index, { ...job, kind: 'html' })
    return { ...rendering, result: toMarkdown(toAbsoluteHtml(rendering.result, job.pageUrl)) }
  }
  const resolver = new LinkResolver(index, new Date(job.now))
  const result = toAbsoluteMarkdown(body, {
    sourceFile,
    siteUrl: job.siteUrl,
    resolveFile: resolver.resolveFile,
    resolveAddress: resolver.resolveAddress,
  })
  return { ...toRendering(result), links: resolver.list() }
}

function renderHtml(index: Index, job: Extract<RenderJob, { kind: 'html' }>): Rendering {
  const { text, siteUrl, now, hasIndentedCode } = job
  const resolver = new LinkResolver(index, new Date(now))
  const pictures = new Map<string, string | null>()
  const { html, headings, notes } = renderMarkdown(text.body, {
    title: text.title,
    language: text.language,
    sourceFile: text.sourceFile,
    ...(text.idPrefix === undefined ? {} : { idPrefix: text.idPrefix }),
    siteUrl,
    hasIndentedCode,
    resolveFile: resolver.resolveFile,
    resolveAddress: resolver.resolveAddress,
    isAnswered: resolver.isAnswered,
    hasFile: (url) => hasFile(index.contentDir, url),
    describePicture: (url, position) => {
      const described = describeBodyPicture(index, text.sourceFile, url, position)
      if (described === null) return null
      pictures.set(described.source, described.hash)
      return described.facts
    },
  })
  return {
    result: html,
    headings,
    notes,
    links: resolver.list(),
    pictures: [...pictures].map(([source, hash]) => ({ source, hash })),
  }
}

function toRendering(result: string): Rendering {
  return { result, headings: [], notes: [], links: [], pictures: [] }
}

/** Finds in the index where links lead, and remembers what it found. */
class LinkResolver {
  readonly #found = new Map<string, string | null>()
  readonly resolveFile: (file: string) => string | null
  readonly resolveAddress: (path: string, search: string) => string | null
  readonly isAnswered: (path: string, search: string) => boolean

  constructor(index: Index, now: Date) {
    this.resolveFile = (target) => {
      const known = this.#found.get(target)
      if (known !== undefined) return known
      const url = getLinkTarget(index, target, now)
      this.#found.set(target, url)
      return url
    }
    this.resolveAddress = (path, search) => {
      const name = toAddressName(path, search)
      return name === null ? null : this.resolveFile(name)
    }
    this.isAnswered = (path, search) => isServed(index, path, search, now)
  }

  list(): { file: string; url: string | null }[] {
    return [...this.#found].map(([file, url]) => ({ file, url }))
  }
}

/** Files that the site makes, or that lie at its root: feeds, lists for machines, icons. */
const MADE = /\.(?:xml|json|txt|md|opml)$|^\/[^/]+\.(?!html?$|php$|aspx?$)\w{1,12}$/i

/** Whether there is a page, a file or a redirect at an address of the site. */
function isServed(index: Index, path: string, search: string, now: Date): boolean {
  const decoded = decodePath(path)
  if (decoded === null) return true
  const matches = [...matchRoutes(decoded)]
  if (MADE.test(decoded) || matches.some(({ route }) => route.kind === 'file' || route.kind === 'internal'))
    return true
  if (isAnswered(index, decoded, search, now) || isAnswered(index, decoded, '', now)) return true
  const slug = matches.find(({ route }) => route.name === 'post')?.params[0]
  return (
    (slug !== undefined && findFormerSlug(index, slug, now) !== null) ||
    findRootFile(index, decoded) !== null ||
    (findMediaType(decoded) !== null &&
      hasFile(index.contentDir, `${getPathPrefix('media')}${path.slice(1)}`))
  )
}
