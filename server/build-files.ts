import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Answer, createAnswer } from './answer/answer.ts'
import { listSecurityHeaders } from './answer/security-headers.ts'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Their names carry a hash of their bytes: https://www.rfc-editor.org/rfc/rfc8246 */
export const IMMUTABLE = 'public, max-age=31536000, immutable'

export type BuildFiles = {
  /** The text of a file of the build, by its URL. */
  read: (url: string) => string | null
  /** The answer to a file's URL; made when first asked for, then kept. */
  get: (url: string) => Answer | null
}

/** The hashed files of a build. Only what is in the folder now is ever read, whatever a URL says. */
export function openBuildFiles(folder: string, env: { siteUrl: string }): BuildFiles {
  const files = new Map(listFiles(folder).map((file) => [`/_next/static/${file}`, path.join(folder, file)]))
  const answers = new Map<string, Answer>()
  const get = (url: string) => {
    const known = answers.get(url)
    const file = files.get(url)
    if (known !== undefined || file === undefined) return known ?? null
    const answer = createAnswer({
      status: 200,
      tags: [],
      contentType: TYPES[path.extname(file)] ?? 'application/octet-stream',
      headers: ['Vary', 'Accept-Encoding', ...listSecurityHeaders(env).flat()],
      body: readFileSync(file),
      changed: 0,
    })
    answers.set(url, answer)
    return answer
  }
  return { read: (url) => get(url)?.body.toString() ?? null, get }
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}
