import path from 'node:path'
import { toWords } from '../html/to-words.ts'
import { ImportError } from '../import-error.ts'
import type { ExportEntry, ExportItem, OpenExport, ReadOptions } from '../story.ts'
import { readText } from '../xml/decode-text.ts'
import { getChildText, listChildren, parseElements } from '../xml/parse-element.ts'
import { splitItems, type XmlPiece } from '../xml/split-items.ts'
import { extractFiles } from '../zip/read-zip.ts'
import { type BloggerEntry, readEntry } from './read-entry.ts'
import { toStory } from './to-story.ts'

const REASONS: Readonly<Record<string, string>> = {
  comment: 'a comment: comments are left out',
  settings: 'a setting of the old site',
  template: 'the look of the old site',
}

/**
 * Blogger's export: an Atom feed, from Blogger's own backup or from Google's Takeout (`feed.atom`, in a zip).
 *
 * @throws {ImportError} when it is neither
 */
export async function openBlogger(
  file: string,
  options: ReadOptions,
  origin: string | null,
): Promise<OpenExport> {
  const feeds = file.toLowerCase().endsWith('.zip') ? await unpackFeeds(file, options.scratchDir) : [file]
  if (feeds.length === 0) throw new ImportError(`${file} holds no feed.atom: in Takeout, choose Blogger.`)
  const homes = await Promise.all(feeds.map(readHome))
  const home = origin ?? homes.find((found) => found !== null) ?? null
  const hint = 'say --site https://old.example, so that links of the old site can be followed'
  return { origin: home, entries: listEntries(feeds, home, options), warnings: home === null ? [hint] : [] }
}

async function unpackFeeds(file: string, scratchDir: string): Promise<string[]> {
  let number = 0
  return extractFiles(file, scratchDir, (name) =>
    path.posix.basename(name) === 'feed.atom' ? `feed-${number++}.atom` : null,
  )
}

/** Where the old site lived, as the feed's own links say. */
async function readHome(file: string): Promise<string | null> {
  for await (const { text } of splitItems(
    readText(file, () => {}),
    'entry',
  )) {
    if (!/<feed\b/.test(text)) throw new ImportError(`${file} is no Blogger export: it is no Atom feed.`)
    const parsed = parseElements(text, { wanted: null })
    const links = parsed.kind === 'whole' ? parsed.roots.flatMap((root) => listChildren(root, 'link')) : []
    const own = links.find(({ attributes }) => attributes.rel === 'alternate')?.attributes.href
    return own !== undefined && URL.canParse(own) ? own : null
  }
  return null
}

async function* listEntries(
  feeds: string[],
  origin: string | null,
  { onProgress }: ReadOptions,
): AsyncGenerator<ExportEntry> {
  for (const feed of feeds) {
    for await (const piece of splitItems(readText(feed, onProgress), 'entry')) {
      if (piece.kind === 'item') yield toEntry(piece, origin)
    }
  }
}

function toEntry(piece: XmlPiece, origin: string | null): ExportEntry {
  const { line } = piece
  const parsed = parseElements(piece.text, { wanted: 'entry', line })
  const [root] = parsed.kind === 'whole' ? parsed.roots : []
  if (parsed.kind === 'broken' || root === undefined) {
    const [at, message] =
      parsed.kind === 'broken' ? [parsed.line, parsed.message] : [line, 'there is no <entry>']
    const item = { id: `line ${line}`, type: 'broken', title: '', line }
    return { kind: 'reported', item, reason: `the XML is broken in line ${at}: ${message}` }
  }
  const found = readEntry(root, piece.text)
  const title = toWords(getChildText(root, 'title'))
  const item: ExportItem = { id: found.id || `line ${line}`, type: found.kind, title, line }
  const reason = findReason(found, piece)
  if (reason !== null) return { kind: 'reported', item, reason }
  const { story, notes } = toStory(found, origin)
  return { kind: 'story', item, story, notes }
}

function findReason(entry: BloggerEntry, { isCut }: XmlPiece): string | null {
  if (isCut) return 'it is longer than an item may be (8 million characters of text)'
  if (entry.isTrashed) return 'it was in the bin'
  if (entry.kind === 'post' || entry.kind === 'page') return null
  return REASONS[entry.kind] ?? `of the kind "${entry.kind}"`
}
