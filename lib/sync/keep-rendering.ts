import { isDeepStrictEqual } from 'node:util'
import { hasReference, putReference } from '#lib/freshness/references.ts'
import { getLinkTarget } from '#lib/index/addresses/link-target.ts'
import { type Index, transact } from '#lib/index/index-state.ts'
import { listProblems, putProblems } from '#lib/index/problems.ts'
import type { FoundInText } from '#lib/index/write-requests.ts'
import { listPictureUses, putPictureUses } from '#lib/pictures/registry/picture-uses.ts'
import type { Problem } from '#lib/problems/problem.ts'

/**
 * Notes what a rendering found, as far as it is new. Most find nothing new, and wait for nobody.
 *
 * @returns false when a link that was not noted before leads elsewhere by now: nobody told the page of it, so it is to be
 *   rendered again
 */
export async function keepRendering(index: Index, found: FoundInText, now: Date): Promise<boolean> {
  const { links, hasOtherPictures, hasOtherProblems } = findNews(index, found)
  if (links.length === 0 && !hasOtherPictures && !hasOtherProblems) return true
  return index.write({ kind: 'rendering', found, now: now.getTime() })
}

function findNews(index: Index, found: FoundInText) {
  const links = found.links.filter(({ file }) => !hasReference(index, file, found.tag))
  const hasOtherPictures = found.pictures !== null && !isSame(index, found.sourceFile, found.pictures)
  const hasOtherProblems = found.problems !== null && !isKnownProblem(index, found.sourceFile, found.problems)
  return { links, hasOtherPictures, hasOtherProblems }
}

/** As `keepRendering`, in the thread that owns the index. */
export function writeRendering(index: Index, found: FoundInText, now: Date): boolean {
  const { links, hasOtherPictures, hasOtherProblems } = findNews(index, found)
  transact(index, () => {
    for (const { file } of links) putReference(index, file, found.tag)
    if (hasOtherPictures) putPictureUses(index, found.sourceFile, 'body', new Set(found.pictures))
    if (hasOtherProblems) putProblems(index, 'render', found.sourceFile, found.problems ?? [])
  })
  return links.every(({ file, url }) => getLinkTarget(index, file, now) === url)
}

function isSame(index: Index, file: string, pictures: readonly string[]): boolean {
  const known = new Set(listPictureUses(index, file, 'body'))
  return known.size === pictures.length && pictures.every((source) => known.has(source))
}

function isKnownProblem(index: Index, file: string, problems: readonly Problem[]): boolean {
  return isDeepStrictEqual(listProblems(index, { file, step: 'render' }), problems)
}
