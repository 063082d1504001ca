import { lstatSync, opendirSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { type ReadSite, readSite } from '#lib/config/parse/parse-site.ts'
import type { Site } from '#lib/config/site.ts'
import { isMissing, toFault } from '#lib/files/path-errors.ts'
import { readRegularFile } from '#lib/files/read-file.ts'
import { type LoadedFont, loadFonts, toFontsVersion } from '#lib/fonts/load-fonts.ts'
import { resolveFaces } from '#lib/fonts/resolve-faces.ts'
import { touchTags } from '#lib/freshness/revision.ts'
import { putRedirects } from '#lib/index/addresses/redirects.ts'
import { hasPosts } from '#lib/index/content-there.ts'
import { getMeta, type Index, putMeta, transact } from '#lib/index/index-state.ts'
import { putProblems } from '#lib/index/problems.ts'
import { getSiteText, putFaces, putSiteText, withFaces } from '#lib/index/stored-site.ts'
import { putLogo } from '#lib/pictures/registry/logo.ts'
import { retryPictures } from '#lib/pictures/registry/pictures.ts'
import { formatProblem } from '#lib/problems/problem.ts'
import { SITE_TAG } from '#lib/routes/cache-tags.ts'
import { sha256 } from '#lib/text/hash.ts'
import { resolveLink } from './files/resolve-link.ts'
import { getFontsVersion, getParserVersion } from './parser-version.ts'
import { UNFORESEEN } from './prepare/prepare-file.ts'
import { isSkipped } from './sync-file.ts'

const FILE = 'site.yaml'

/** Several times what 20,000 redirects take. */
const MAX_BYTES = 8_000_000

/** Reads site.yaml and the fonts it names. One that cannot be read stays as it was last read, and is a fault. */
export function syncSite(index: Index, onFault: (file: string, fault: string) => void): void {
  const text = readText(index, onFault)
  const read = tryRead(index, text, onFault)
  if (read === null) return
  const { site, settings, problems: found } = read
  const problems = [...found]
  const fonts = loadFonts(index.contentDir, site)
  const hash = toSiteHash(text, fonts)
  if (getMeta(index, 'site') !== hash) {
    const resolved = resolveFaces(fonts, {
      theme: site.theme,
      language: site.language,
      text: text ?? '',
      file: FILE,
      onFile: index.onProgress,
      isSkipped: (file, version) => isSkipped(index, file, version),
    })
    problems.push(...resolved.problems)
    transact(index, () => {
      putMeta(index, 'site', hash)
      putSiteText(index, text, settings)
      putFaces(index, resolved.faces)
      putProblems(index, 'parse', FILE, problems)
      putRedirects(index, FILE, site.redirects)
      retryPictures(index, new Date())
      touchTags(index, new Set([SITE_TAG]), new Date())
    })
    index.site = withFaces(index, site)
    for (const problem of problems) index.log(formatProblem(problem))
  } else keepSite(index, withFaces(index, site))
  putLogo(index)
}

/** Null for settings in which something was not foreseen: all else goes on with those from before. */
function tryRead(
  index: Index,
  text: string | null,
  onFault: (file: string, fault: string) => void,
): ReadSite | null {
  try {
    return readOnce(index, text)
  } catch (error) {
    onFault(FILE, `${UNFORESEEN}${toFault(error)}`)
    return null
  }
}

const lastRead = new WeakMap<Index, { text: string | null; site: ReadSite }>()

/** The settings are looked at with every save, and read when they are others. */
function readOnce(index: Index, text: string | null): ReadSite {
  const known = lastRead.get(index)
  if (known?.text === text) return known.site
  const site = readSite(text, FILE)
  lastRead.set(index, { text, site })
  return site
}

function keepSite(index: Index, site: Site): void {
  if (JSON.stringify(index.site) !== JSON.stringify(site)) index.site = site
}

function toSiteHash(text: string | null, fonts: readonly LoadedFont[]): string {
  const fontsVersion = fonts.length === 0 ? '' : `${getFontsVersion()} ${toFontsVersion(fonts)}`
  return sha256(`${getParserVersion()} ${text ?? ''}${fontsVersion}`)
}

/** Whether the fonts that site.yaml names have the bytes they were checked with. */
export function areFontsCurrent(index: Index): boolean {
  const fonts = loadFonts(index.contentDir, index.site)
  return fonts.length === 0 || getMeta(index, 'site') === toSiteHash(getSiteText(index), fonts)
}

/** False when files must be parsed again, as the parser or a setting it uses is another now. */
export function isParsed(index: Index): boolean {
  return getMeta(index, 'parser') === getParserKey(index)
}

/** To be called when every file was parsed with the present settings. */
export function markParsed(index: Index): void {
  putMeta(index, 'parser', getParserKey(index))
}

/**
 * An unmounted disk looks like an empty folder. A paper whose posts are all deleted still has its folder of posts.
 *
 * @throws {MissingContentError} when the content folder is not to be believed
 */
export function requirePosts(index: Index): void {
  const posts = path.join(index.contentDir, 'posts')
  const fault = findFault(index.contentDir, posts)
  if (fault === 'links outside') throw new LinkedContentError(index.contentDir)
  if (fault !== null && hasPosts(index)) throw new MissingContentError(index.contentDir, fault)
}

export class MissingContentError extends Error {
  constructor(contentDir: string, fault = 'ENOENT') {
    super(
      `CONTENT_DIR has no posts/ folder any more: ${contentDir} (${fault}). The site stays as it was; is a disk not mounted?`,
    )
    this.name = 'MissingContentError'
  }
}

/** Text is read from inside the content folder only. */
class LinkedContentError extends MissingContentError {
  constructor(contentDir: string) {
    super(contentDir)
    this.message = `CONTENT_DIR has a posts/ that leads out of it: ${contentDir}. Put the files into it, mount them there, or point CONTENT_DIR at the folder that holds them.`
  }
}

function findFault(contentDir: string, posts: string): string | null {
  try {
    const stat = lstatSync(posts)
    if (stat.isSymbolicLink()) {
      const inside = realpathSync(posts).startsWith(realpathSync(contentDir) + path.sep)
      if (!inside) return 'links outside'
    } else if (!stat.isDirectory()) return 'not a folder'
    opendirSync(posts).closeSync()
    return null
  } catch (error) {
    return toFault(error)
  }
}

/** Another one when the parser, or a setting it uses, is another. */
export function getParserKey(index: Index): string {
  const { timeZone, language, boilerplate, sections, permalinks } = index.site
  return sha256(JSON.stringify([getParserVersion(), timeZone, language, boilerplate, sections, permalinks]))
}

function readText(index: Index, onFault: (file: string, fault: string) => void): string | null {
  const file = path.join(index.contentDir, FILE)
  const stored = () => getSiteText(index)
  try {
    if (lstatSync(file).isSymbolicLink()) {
      const link = resolveLink(index.contentDir, FILE, false)
      if ('refusal' in link) throw new Error(link.refusal)
    }
    const bytes = readRegularFile(file)
    if (bytes.length > MAX_BYTES) throw new Error(`it has more than ${MAX_BYTES} bytes`)
    return bytes.toString()
  } catch (error) {
    // An empty mount: what happened to the stories happened to their settings.
    if (isMissing(error)) return stored() !== null && hasPosts(index) && isEmpty(index) ? stored() : null
    onFault(FILE, toFault(error))
    return stored()
  }
}

function isEmpty({ contentDir }: Index): boolean {
  const folder = opendirSync(path.join(contentDir, 'posts'))
  try {
    return folder.readSync() === null
  } finally {
    folder.closeSync()
  }
}
