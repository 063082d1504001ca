import { createHash } from 'node:crypto'
import path from 'node:path'
import { toSlug } from '#lib/text/slug.ts'

/** A story that asks for a slug others may ask for too. `published` in milliseconds. */
export type SlugCandidate = {
  file: string
  baseSlug: string
  language: string
  draft: boolean
  published: number
}

/**
 * Gives each of the stories that ask for one slug a slug of its own. The answer is a function of the set of files
 * alone: never of the order they were read in. The first (in the site's language, published, oldest) keeps the plain
 * slug, so that a newcomer does not take a standing story's address; the others are told apart by language, else by
 * folder, else by a hash of their path.
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
  for (const qualify of [byLanguage(first.language), byFolder, byPathHash]) {
    const free = others.filter((other) => !slugs.has(other.file))
    const counts = Map.groupBy(free, qualify)
    for (const candidate of free) {
      const qualifier = qualify(candidate)
      const slug = `${candidate.baseSlug}--${qualifier}`
      if (qualifier !== '' && counts.get(qualifier)?.length === 1 && !isBaseSlug(slug))
        slugs.set(candidate.file, slug)
    }
  }
  return slugs
}

/** `name--fr` can only be a qualified `name`: the last `--` parts the two. Null for a slug without one. */
export function getUnqualifiedSlug(slug: string): string | null {
  const at = slug.lastIndexOf('--')
  return at > 0 ? slug.slice(0, at) : null
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

function byFolder(candidate: SlugCandidate): string {
  const folder = path.posix.basename(path.posix.dirname(candidate.file))
  return folder === '.' || folder === 'posts' ? '' : toQualifier(folder)
}

function byPathHash(candidate: SlugCandidate): string {
  return createHash('sha256').update(candidate.file).digest('hex').slice(0, 10)
}

function toQualifier(text: string): string {
  return toSlug(text).replaceAll(/-{2,}/g, '-')
}

/** By code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
