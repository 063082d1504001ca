import path from 'node:path'
import type { Site } from '#lib/config/site.ts'
import { getContentKind } from '#lib/content/content-kind.ts'
import { type ParsedAuthor, parseAuthor } from '#lib/content/parse-author.ts'
import type { SourceFile } from '#lib/content/parse-file.ts'
import { type ParsedPage, parsePage } from '#lib/content/parse-page.ts'
import { type ParsedPost, parsePost } from '#lib/content/parse-post.ts'
import { isMissing, toFault } from '#lib/files/path-errors.ts'
import { readRegularFile } from '#lib/files/read-file.ts'
import { sha256 } from '#lib/text/hash.ts'
import { packText } from '#lib/text/packed-text.ts'
import type { ContentFile } from '../files/walk.ts'

/** What the parser needs to know beside the file. */
export type PrepareSettings = { contentDir: string; site: Site }

/** `packedBody` is the body as the index keeps it. */
export type PreparedPost = { kind: 'post'; packedBody: Uint8Array | null } & ParsedPost

type Content =
  | PreparedPost
  | ({ kind: 'page' } & ParsedPage)
  | ({ kind: 'author' } & ParsedAuthor)
  | { kind: 'none' }

/**
 * A file that was read, and parsed where its fingerprint is new: its bytes, or what its name means, changed. `content` is
 * null where they did not.
 */
export type PreparedFile = ContentFile & { fingerprint: string; content: Content | null }

/** A file that cannot be read; `fault` is null when it is gone by now. */
export type UnreadFile = ContentFile & { fault: string | null }

/**
 * Reads and parses one file. Needs no index, so that it can be done in any thread.
 *
 * @param known the fingerprint of what the index holds of the file; null to parse it whatever its bytes
 */
export function prepareFile(
  { contentDir, site }: PrepareSettings,
  found: ContentFile,
  known: string | null,
): PreparedFile | UnreadFile {
  const bytes = readBytes(path.join(contentDir, found.path))
  if ('fault' in bytes) return { ...found, ...bytes }
  const hash = sha256(bytes.bytes)
  const fingerprint = found.isTranslated ? hash + TRANSLATED : hash
  const file = { path: found.path, isTranslated: found.isTranslated, bytes: bytes.bytes, hash }
  if (fingerprint === known) return { ...found, fingerprint, content: null }
  try {
    return { ...found, fingerprint, content: parseContent(file, site) }
  } catch (error) {
    // What no parser foresaw in one file keeps no other from being read.
    return { ...found, fault: `${UNFORESEEN}${toFault(error)}` }
  }
}

const TRANSLATED = ':translated'

/** What the fault of a file begins with in which something is that no parser foresaw. */
export const UNFORESEEN = 'reading it failed: '

/** Whether the name of the file that has this fingerprint said its language. */
export function isTranslated(fingerprint: string): boolean {
  return fingerprint.endsWith(TRANSLATED)
}

function readBytes(file: string): { bytes: Uint8Array } | { fault: string | null } {
  try {
    return { bytes: readRegularFile(file) }
  } catch (error) {
    return { fault: isMissing(error) ? null : toFault(error) }
  }
}

function parseContent(file: SourceFile, site: Site): Content {
  switch (getContentKind(file.path)) {
    case 'post': {
      const parsed = parsePost(file, site)
      const packedBody = parsed.post === null ? null : packText(parsed.post.body)
      return { kind: 'post', packedBody, ...parsed }
    }
    case 'page':
      return { kind: 'page', ...parsePage(file, site) }
    case 'author':
      return { kind: 'author', ...parseAuthor(file, site) }
    default:
      return { kind: 'none' }
  }
}
