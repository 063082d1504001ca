import { type Dirent, readdirSync } from 'node:fs'
import path from 'node:path'
import { isHiddenName } from '#lib/content/content-kind.ts'
import { isSystemFolder } from '#lib/content/foreign-files.ts'
import { MARKDOWN_FILE } from '#lib/content/markdown-file.ts'
import type { Problem } from '#lib/problems/problem.ts'

/** Folders of ours, and those where Markdown is no story: templates and tools of other programs. */
const OTHER_FOLDERS = new Set(
  `posts pages authors media root fonts node_modules themes layouts _layouts _includes _sass _data _site public dist
  vendor archetypes`.split(/\s+/),
)

/** What stands at the top of any repository and is no story. */
const REPOSITORY_FILE =
  /^(?:readme|license|licence|changelog|contributing|contributors|code_of_conduct|security|credits|authors|todo|notice|agents|claude|copying|history|support|maintainers|_index)(?:[._-][\w-]{1,20})?\.\w+$/i

/** So many entries of a folder are looked at: what holds stories shows one soon. */
const MAX_ENTRIES = 2_000

/**
 * Stories that nobody reads because of where they lie, and settings because of their name: Markdown at the top of the
 * content folder or in a folder such as `_posts/` or `blog/`, `site.yml`, `Posts/`. Said once for each folder.
 */
export function listMisplaced(contentDir: string): Problem[] {
  return listEntries(contentDir).flatMap((entry) => {
    const { name } = entry
    if (isHiddenName(name) || isSystemFolder(name) || OTHER_FOLDERS.has(name)) return []
    if (entry.isDirectory()) {
      const found = findStory(path.join(contentDir, name))
      return found === null ? [] : [reportFolder(name, `${name}/${found}`)]
    }
    if (name !== 'site.yaml' && /^site\.(?:ya?ml|json|toml)$/i.test(name)) return [reportSettings(name)]
    return MARKDOWN_FILE.test(name) && !REPOSITORY_FILE.test(name) ? [reportFile(name)] : []
  })
}

/** The path in a folder of the first Markdown file at any depth; null where there is none, or none soon. */
function findStory(folder: string): string | null {
  const waiting = ['']
  let seen = 0
  for (let below = waiting.shift(); below !== undefined && seen < MAX_ENTRIES; below = waiting.shift()) {
    for (const entry of listEntries(path.join(folder, below))) {
      seen += 1
      const inner = below === '' ? entry.name : `${below}/${entry.name}`
      if (isHiddenName(entry.name) || isSystemFolder(entry.name)) continue
      if (entry.isDirectory()) waiting.push(inner)
      else if (MARKDOWN_FILE.test(entry.name) && !REPOSITORY_FILE.test(entry.name)) return inner
    }
  }
  return null
}

/** None where a folder cannot be read: nothing in it is published. */
function listEntries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return []
  }
}

function reportFolder(folder: string, found: string): Problem {
  const message = `what lies in ${folder}/ is not read, and there is Markdown in it`
  return toProblem(folder, found, message, `Move what is a story into posts/: posts/${folder}/ will do.`)
}

function reportFile(file: string): Problem {
  const message = 'Markdown at the top of the content folder is not read'
  return toProblem(file, '', message, 'Move a story into posts/, a standing page into pages/.')
}

function reportSettings(file: string): Problem {
  return toProblem(
    file,
    '',
    'the settings are read from site.yaml and from nothing else',
    'Name it site.yaml.',
  )
}

function toProblem(file: string, found: string, message: string, hint: string): Problem {
  return { severity: 'warning', file, line: 1, field: null, found, message, hint }
}
