import { readdirSync } from 'node:fs'
import path from 'node:path'

/** Paths of the first `count` generated stories, in the order of their numbers. */
export function listPaths(contentDir: string, count: number): string[] {
  const names = readdirSync(path.join(contentDir, 'posts'), { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => /story-\d+\.md$/.test(name))
    .map((name) => `/posts/${path.basename(name, '.md')}`)
    .slice(0, count)
}
