import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { BYTES, findMediaType } from '#lib/http/media-types.ts'
import type { Problem } from '#lib/problems/problem.ts'
import { findReservedPath } from '#lib/routes/reserved-slugs.ts'
import { readWholeFile } from './read-file.ts'

/** Larger ones are better in `media/`: these are kept in memory. */
export const MAX_ROOT_BYTES = 1_000_000

/** Why a file below `root/` is not served at the top of the site; null for one that is. */
export function explainRootFile(file: string, size: number): Problem | null {
  const reserved = findReservedPath(file.slice('root'.length))
  if (reserved !== null) {
    const message = `the site itself answers at ${reserved}, so this file could not be seen`
    return toProblem(file, message, 'Delete it, or give it another name.')
  }
  if (size <= MAX_ROOT_BYTES) return null
  const message = `has ${size} bytes; files of root/ may have ${MAX_ROOT_BYTES}`
  return toProblem(file, message, 'Put it into media/, and lead there by redirects: in site.yaml.')
}

/**
 * A file of `root/`, by its path in the content folder. Null when it is none any more, or is not in there once links are
 * followed.
 */
export async function readRootFile(
  contentDir: string,
  file: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | null> {
  try {
    const [root, target] = await Promise.all([
      realpath(/* turbopackIgnore: true */ contentDir),
      realpath(/* turbopackIgnore: true */ path.join(contentDir, file)),
    ])
    if (!target.startsWith(root + path.sep)) return null
    const stats = await stat(/* turbopackIgnore: true */ target)
    if (!stats.isFile() || stats.size > MAX_ROOT_BYTES) return null
    const bytes = new Uint8Array(await readWholeFile(target))
    return { bytes, type: findMediaType(file)?.type ?? findTypeOfText(bytes) }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

/** Verification files often have no ending: `apple-app-site-association` is JSON. */
function findTypeOfText(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 512))
  if (start.includes(0)) return BYTES.type
  return start.toString().trimStart().startsWith('{') ? 'application/json' : 'text/plain; charset=utf-8'
}

function toProblem(file: string, message: string, hint: string): Problem {
  return { severity: 'error', file, line: 1, field: null, found: '', message, hint }
}
