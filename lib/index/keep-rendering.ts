import type { Problem } from '#lib/content/problem.ts'
import { getFileUrl } from './file-url.ts'
import { type Index, transact } from './index-state.ts'
import { listPictureUses, putPictureUses } from './picture-uses.ts'
import { listProblems, putProblems } from './problems.ts'
import { hasReference, putReference } from './references.ts'
import type { Rendering } from './rendering-schema.ts'

/** What a rendering found, to be noted in the index: plain data. `tag` is the cache tag of what shows the text. */
export type FoundInText = Pick<Rendering, 'links'> & {
  sourceFile: string
  tag: string
  /** Sources of the pictures in the text; null leaves them as they were. */
  pictures: readonly string[] | null
  /** What had to be left out; null leaves it as it was. */
  problems: readonly Problem[] | null
}

/**
 * Notes what a rendering found, as far as it is new.
 *
 * @returns false when a link that was not noted before leads elsewhere by now: nobody told the page of it, so it is to be
 *   rendered again
 */
export function keepRendering(index: Index, found: FoundInText, now: Date): boolean {
  const links = found.links.filter(({ file }) => !hasReference(index, file, found.tag))
  const hasOtherPictures = found.pictures !== null && !isSame(index, found.sourceFile, found.pictures)
  const hasOtherProblems = found.problems !== null && !isKnownProblem(index, found.sourceFile, found.problems)
  if (links.length === 0 && !hasOtherPictures && !hasOtherProblems) return true
  transact(index, () => {
    for (const { file } of links) putReference(index, file, found.tag)
    if (hasOtherPictures) putPictureUses(index, found.sourceFile, 'body', new Set(found.pictures))
    if (hasOtherProblems) putProblems(index, 'render', found.sourceFile, found.problems ?? [])
  })
  return links.every(({ file, url }) => getFileUrl(index, file, now) === url)
}

function isSame(index: Index, file: string, pictures: readonly string[]): boolean {
  const known = new Set(listPictureUses(index, file, 'body'))
  return known.size === pictures.length && pictures.every((source) => known.has(source))
}

function isKnownProblem(index: Index, file: string, problems: readonly Problem[]): boolean {
  return JSON.stringify(listProblems(index, { file, step: 'render' })) === JSON.stringify(problems)
}
