import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** What a build is made from. Content, tests and the rest of the server's process are not. */
const SOURCES = [
  'app',
  'lib',
  'public',
  'server/next',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.js',
  'package-lock.json',
  'tsconfig.json',
]

/** The build's name, so that `npm start` knows a build of this source from any other. 32 hex digits. */
export function getSourceHash(root = process.cwd()): string {
  return getHashOf(root, SOURCES)
}

/** The server's own process: no part of a build, but what it sends depends on it. */
export function getServerHash(root = process.cwd()): string {
  return getHashOf(root, ['server'])
}

function getHashOf(root: string, sources: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => listFiles(root, source))) {
    hash.update(`${file}\n`).update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex').slice(0, 32)
}

function listFiles(root: string, source: string): string[] {
  const stat = statSync(path.join(root, source), { throwIfNoEntry: false })
  if (stat === undefined) return []
  if (stat.isFile()) return [source]
  const names = readdirSync(path.join(root, source)).sort()
  return names.flatMap((name) => listFiles(root, path.posix.join(source, name)))
}
