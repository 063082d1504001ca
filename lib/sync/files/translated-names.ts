import path from 'node:path'
import { findLanguageSuffix } from '#lib/content/fields/file-name.ts'
import { MARKDOWN_FILE } from '#lib/content/markdown-file.ts'
import type { Index } from '#lib/index/index-state.ts'

/**
 * Of the names in a folder, those whose last letters are a language and not a part of the name: the same name stands there
 * without them or with another language's (`tide.md`, `tide.fr.md`), or that is so of another name with the same letters.
 */
export function listTranslated(names: readonly string[]): ReadonlySet<string> {
  const suffixed = names.flatMap((name) => toParts(name) ?? [])
  if (suffixed.length === 0) return new Set()
  const plain = new Set(names.map((name) => name.replace(MARKDOWN_FILE, '')))
  const stems = countBy(suffixed.map(({ stem }) => stem))
  const isPaired = ({ stem }: Suffixed) => plain.has(stem) || (stems.get(stem) ?? 0) > 1
  const languages = new Set(suffixed.filter(isPaired).map(({ language }) => language))
  return new Set(suffixed.filter(({ language }) => languages.has(language)).map(({ name }) => name))
}

/**
 * The files that stand among others of their name in other languages with one of `scopes`: whether the last letters of
 * their names are a language may be another thing now.
 */
export function listNamesakes(index: Index, scopes: readonly string[]): string[] {
  const known = index.prepare('SELECT path FROM file WHERE path > :start AND path < :end LIMIT 200')
  return scopes
    .filter((scope) => MARKDOWN_FILE.test(scope))
    .flatMap((scope) => {
      const { dir, base } = path.posix.parse(scope)
      const stem = `${dir}/${toParts(base)?.stem ?? base.replace(MARKDOWN_FILE, '')}`
      return known.all({ start: `${stem}.`, end: `${stem}/` }).map((row) => String(row.path))
    })
}

type Suffixed = { name: string; stem: string; language: string }

function toParts(name: string): Suffixed | null {
  if (!MARKDOWN_FILE.test(name)) return null
  const whole = name.replace(MARKDOWN_FILE, '')
  const suffix = findLanguageSuffix(whole)
  return suffix === null
    ? null
    : { name, stem: whole.slice(0, -suffix.length - 1), language: suffix.toLowerCase() }
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
