import { statSync } from 'node:fs'
import { findMediaType } from '#lib/http/media-types.ts'
import { toWords } from '../html/to-words.ts'
import { ImportError } from '../import-error.ts'
import { Ledger } from '../output/ledger.ts'
import type { ExportEntry, ExportItem, OpenExport, ReadOptions } from '../story.ts'
import { readText } from '../xml/decode-text.ts'
import { getChildText, listChildren, parseElements, type XmlElement } from '../xml/parse-element.ts'
import { splitItems, type XmlPiece } from '../xml/split-items.ts'
import { OldSite } from './old-site.ts'
import { getField, readItem, type WxrItem } from './read-item.ts'
import { toStory } from './to-story.ts'

/** Read in the first pass, by what they look like before anything is parsed. */
const REFERRED = /<wp:post_type>\s*(?:<!\[CDATA\[)?(?:attachment|wp_block|guest-author)\b/

const REASONS = new Map([
  ['attachment', 'a record of the library: its file comes with the stories that show it'],
  ['wp_block', 'a reusable block: its text is in the stories that use it'],
  ['guest-author', 'a guest author: the name is on the stories'],
])

/**
 * WordPress's export (WXR), in one file or several. Read twice: first what items refer to (pictures, authors, reusable
 * blocks), then the items.
 *
 * @throws {ImportError} when it is no WXR file
 */
export async function openWxr(files: readonly string[], options: ReadOptions): Promise<OpenExport> {
  const ledger = new Ledger(options.scratchDir, 'wordpress')
  const site = new OldSite(ledger)
  const total = files.reduce((sum, file) => sum + statSync(file).size, 0)
  const size = files.length === 1 ? total : 0
  const origins: (string | null)[] = []
  const warnings: string[] = []
  for (const file of files) {
    const head = await readReferences(file, site, (bytes) => options.onProgress(size === 0 ? 0 : bytes / 2))
    origins.push(head.origin)
    warnings.push(...head.warnings)
  }
  const origin = origins.find((found) => found !== null) ?? null
  const onProgress = (bytes: number) => options.onProgress(size === 0 ? 0 : size / 2 + bytes / 2)
  const entries = listEntries(files, site, origin, options, onProgress, () => ledger.close())
  return { origin, entries, warnings }
}

type Head = { origin: string | null; warnings: string[] }

async function readReferences(
  file: string,
  site: OldSite,
  onProgress: (bytes: number) => void,
): Promise<Head> {
  let origin: string | null = null
  const warnings: string[] = []
  for await (const piece of splitItems(readText(file, onProgress), 'item')) {
    if (piece.kind === 'head') {
      if (!/<(?:rss|channel)\b/.test(piece.text))
        throw new ImportError(`${file} is no WordPress export: it has no <rss>.`)
      origin = readHead(piece, site)
      if (piece.isCut)
        warnings.push('the list of authors and categories is too long; some names may be missing')
    } else if (REFERRED.test(piece.text)) readReferred(piece, site)
  }
  return { origin, warnings }
}

function readHead({ text }: XmlPiece, site: OldSite): string | null {
  const parsed = parseElements(text, { wanted: null })
  const channel = parsed.kind === 'whole' ? findChannel(parsed.roots) : undefined
  if (channel === undefined) return null
  for (const author of listChildren(channel, 'wp:author')) {
    const login = getChildText(author, 'wp:author_login')
    const full =
      `${getChildText(author, 'wp:author_first_name')} ${getChildText(author, 'wp:author_last_name')}`.trim()
    site.putText('author', login, toWords(getChildText(author, 'wp:author_display_name')) || full || login)
  }
  for (const category of listChildren(channel, 'wp:category')) {
    site.putText(
      'category',
      getChildText(category, 'wp:term_id'),
      toWords(getChildText(category, 'wp:cat_name')),
    )
  }
  const names = ['wp:base_blog_url', 'link', 'wp:base_site_url']
  return names.map((name) => getChildText(channel, name)).find((address) => URL.canParse(address)) ?? null
}

function findChannel(roots: readonly XmlElement[]): XmlElement | undefined {
  const [rss] = roots
  return rss?.name === 'channel' ? rss : rss?.children.find(({ name }) => name === 'channel')
}

function readReferred(piece: XmlPiece, site: OldSite): void {
  const parsed = parseItem(piece)
  if (parsed.kind === 'broken') return
  const { item } = parsed
  if (item.type === 'wp_block') site.putText('block', item.id, item.content)
  if (item.type === 'guest-author') {
    const name = getField(item, 'cap-display_name') || toWords(item.title)
    for (const key of [getField(item, 'cap-user_login'), item.slug.replace(/^cap-/, '')]) {
      if (key !== '') site.putText('author', key, name)
    }
  }
  if (item.type === 'attachment') {
    const url = item.attachmentUrl || item.guid
    site.putAttachment(item.id, item.parent, 0, {
      url,
      alt: getField(item, '_wp_attachment_image_alt'),
      caption: SQUARESPACE_ID.test(item.excerpt) ? '' : item.excerpt,
      type: toMediaType(url),
    })
  }
}

/** What Squarespace writes where words about a picture belong. */
const SQUARESPACE_ID = /^exc-[\da-f]{16,40}$/

function toMediaType(url: string): string {
  const type = findMediaType(url)?.type ?? ''
  if (type.startsWith('video/')) return 'film'
  return type.startsWith('audio/') ? 'sound' : 'picture'
}

async function* listEntries(
  files: readonly string[],
  site: OldSite,
  origin: string | null,
  options: ReadOptions,
  onProgress: (bytes: number) => void,
  onEnd: () => void,
): AsyncGenerator<ExportEntry> {
  const types = new Set(['post', 'page', ...options.types])
  for (const file of files) {
    for await (const piece of splitItems(readText(file, onProgress), 'item')) {
      if (piece.kind === 'item') yield toEntry(piece, site, origin, types)
    }
  }
  onEnd()
}

type ParsedItem =
  | { kind: 'item'; item: WxrItem; warnings: string[] }
  | { kind: 'broken'; line: number; message: string }

function parseItem(piece: XmlPiece): ParsedItem {
  const parsed = parseElements(piece.text, { wanted: 'item', counted: ['wp:comment'], line: piece.line })
  if (parsed.kind === 'broken') return parsed
  const [root] = parsed.roots
  if (root === undefined) return { kind: 'broken', line: piece.line, message: 'there is no <item>' }
  return { kind: 'item', item: readItem(root), warnings: parsed.warnings }
}

function toEntry(
  piece: XmlPiece,
  site: OldSite,
  origin: string | null,
  types: ReadonlySet<string>,
): ExportEntry {
  const parsed = parseItem(piece)
  const { line } = piece
  if (parsed.kind === 'broken') {
    const title = toWords(/<title>([^<]{0,200})/.exec(piece.text)?.[1] ?? '')
    const item = { id: `line ${line}`, type: 'broken', title, line }
    return { kind: 'reported', item, reason: `the XML is broken in line ${parsed.line}: ${parsed.message}` }
  }
  const { item: found } = parsed
  const item: ExportItem = {
    id: found.id || `line ${line}`,
    type: found.type,
    title: toWords(found.title),
    line,
  }
  const reason = findReason(found, types, piece)
  if (reason !== null) return { kind: 'reported', item, reason }
  const { story, notes } = toStory(found, site, origin)
  const remarks = parsed.warnings.map((warning) => `its XML has a fault: ${warning}`)
  return { kind: 'story', item, story, notes: [...notes, ...remarks] }
}

/** Why an item is no story; null when it is one. */
function findReason(item: WxrItem, types: ReadonlySet<string>, { isCut }: XmlPiece): string | null {
  if (isCut) return 'it is longer than an item may be (8 million characters of text)'
  if (item.status === 'trash') return 'it was in the bin'
  if (item.status === 'auto-draft') return 'an empty draft that WordPress made by itself'
  if (types.has(item.type)) return null
  return (
    REASONS.get(item.type) ?? `of the type "${item.type}"; --types ${item.type} makes stories of such items`
  )
}
