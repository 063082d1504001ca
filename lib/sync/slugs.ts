import path from 'node:path'
import { parseFileName } from '#lib/content/fields/file-name.ts'
import { sha256 } from '#lib/text/hash.ts'
import { toSlug } from '#lib/text/slug.ts'

/** A story that asks for a slug others may ask for too. `published` in milliseconds. */
export type SlugCandidate = {
  file: string
  baseSlug: string
  language: string
  draft: boolean
  published: number
  /** The day it was published, where the paper is: `2024-02-09`. */
  day: string
}

/**
 * Gives each of the stories that ask for one slug a slug of its own. The answer is a function of the set of files
 * alone: never of the order they were read in. The first (in the site's language, published, oldest) keeps the plain
 * slug, so that a newcomer does not take a standing story's address; the others are told apart by language, else by
 * the day in their name, else by folder, else by the day of their publication, else by a hash of their path.
 *
 * @param isBaseSlug whether some file asks for that slug: those are never given away
 */
export function assignSlugs(
  candidates: readonly SlugCandidate[],
  siteLanguage: string,
  isBaseSlug: (slug: string) => boolean,
): Map<string, string> {
  const [first, ...others] = candidates.toSorted(byClaim(siteLanguage))
  const slugs = new Map<string, string>()
  if (first === undefined) return slugs
  slugs.set(first.file, first.baseSlug)
  for (const qualify of [byLanguage(first.language), byNameDay, byFolder, byDay, byPathHash]) {
    const free = others.filter((other) => !slugs.has(other.file))
    const counts = Map.groupBy(free, qualify)
    for (const candidate of free) {
      const qualifier = qualify(candidate)
      const slug = candidate.baseSlug + qualifier
      if (qualifier !== '' && counts.get(qualifier)?.length === 1 && !isBaseSlug(slug))
        slugs.set(candidate.file, slug)
    }
  }
  return slugs
}

/** What a slug may be a qualified form of: `name--fr` of `name`, and `name-2024-02-09` too. */
export function getUnqualifiedSlugs(slug: string): string[] {
  const at = slug.lastIndexOf('--')
  const undated = slug.replace(/-\d{4}-\d{2}-\d{2}$/, '')
  return [...(at > 0 ? [slug.slice(0, at)] : []), ...(undated === slug || undated === '' ? [] : [undated])]
}

function byClaim(siteLanguage: string) {
  return (a: SlugCandidate, b: SlugCandidate) =>
    Number(a.language !== siteLanguage) - Number(b.language !== siteLanguage) ||
    Number(a.draft) - Number(b.draft) ||
    a.published - b.published ||
    compareText(a.file, b.file)
}

function byLanguage(taken: string) {
  return (candidate: SlugCandidate) => (candidate.language === taken ? '' : toQualifier(candidate.language))
}

/** The day a weekly letter has in its name stays, whatever becomes of its front matter. */
function byNameDay({ file, baseSlug }: SlugCandidate): string {
  const { date } = parseFileName(file)
  return date === null ? '' : toDayQualifier(date, baseSlug)
}

/** A slug that is, or ends with, its day is not told apart by it: `2024-02-09`, `20240209`, `tides-2024-02-09`. */
function toDayQualifier(day: string, baseSlug: string): string {
  return baseSlug.replaceAll(/\D/g, '').includes(day.replaceAll('-', '')) ? '' : `-${day}`
}

function byFolder(candidate: SlugCandidate): string {
  const folder = path.posix.basename(path.posix.dirname(candidate.file))
  return folder === '.' || folder === 'posts' ? '' : toQualifier(folder)
}

function byDay({ day, baseSlug }: SlugCandidate): string {
  return toDayQualifier(day, baseSlug)
}

function byPathHash({ file }: Pick<SlugCandidate, 'file'>): string {
  return `--${sha256(file).slice(0, 10)}`
}

/** The slug that the path of a file gives it where nothing else tells it apart. */
export function toHashSlug({ baseSlug, file }: Pick<SlugCandidate, 'baseSlug' | 'file'>): string {
  return baseSlug + byPathHash({ file })
}

function toQualifier(text: string): string {
  return `--${toSlug(text).replaceAll(/-{2,}/g, '-')}`
}

/** By code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
