import type { Site } from '#lib/config/site.ts'
import type { Problem } from '#lib/problems/problem.ts'
import { toPostPath } from '#lib/routes/paths.ts'
import { toBodyStart } from './clean/body-start.ts'
import { parseCoverage } from './dates/coverage.ts'
import { findPathDate } from './dates/name-date.ts'
import { parsePostDates } from './dates/post-dates.ts'
import { toContentHash } from './decode/content-hash.ts'
import { cutFreePart, parseAccess } from './fields/access.ts'
import { listFormerAliases, listJigsawAliases, parseAliases } from './fields/aliases.ts'
import { readAuthors, reportIdNames } from './fields/bylines.ts'
import { parseCanonical } from './fields/canonical.ts'
import { parseCorrections } from './fields/corrections.ts'
import { parseFileName, toAskedSlug } from './fields/file-name.ts'
import { parseImage } from './fields/images.ts'
import { createLanguageTest, parseLanguage } from './fields/language.ts'
import { listPermalinks, type PermalinkSource } from './fields/permalinks.ts'
import { parsePlacement } from './fields/placement.ts'
import { measureReadingTime } from './fields/reading-time.ts'
import { parseStoryType } from './fields/story-kind.ts'
import { listCategories, parseTaxonomy } from './fields/taxonomy.ts'
import { cleanTextFields, type TextFields } from './fields/text-fields.ts'
import { parseTranslations } from './fields/translations.ts'
import type { PlainValues } from './front-matter/plain-values.ts'
import { findPictureKeys, flattenNests, isForPreviews } from './keys/picture-keys.ts'
import { type RawValue, toText } from './keys/raw-value.ts'
import { addOriginal } from './original.ts'
import { type FieldReader, parseFile, type Source, type SourceFile } from './parse-file.ts'
import { type Post, postSchema } from './post.ts'
import { type Audience, readRawAudience } from './publicity/audience.ts'
import { parsePublicity, reportPossibleGates } from './publicity/publicity.ts'
import { NO_MARKS, readTextMarks } from './publicity/text-marks.ts'

export type { SourceFile } from './parse-file.ts'

/**
 * `post` is null exactly when a problem is an error; warnings may come with a post. `audience`, of a file without a post:
 * what is wrong with it does not hide who may see it.
 */
export type ParsedPost = {
  post: Post | null
  /** Addresses it had by the patterns of the settings, percent-encoded or not. */
  permalinks: string[]
  problems: Problem[]
  audience?: Audience
}

type Naming = Omit<PermalinkSource, 'post'>

/** A file below `posts/` → the story in it, or what its editor has to mend. `slug` is what the file asks for. */
export function parsePost(file: SourceFile, settings: Site): ParsedPost {
  const namings: Naming[] = []
  const {
    value: post,
    problems,
    audience,
  } = parseFile(file, postSchema, settings.language, (source) => {
    const { naming, ...read } = readPost(file, source, settings)
    namings.push(naming)
    return read
  })
  const permalinks = namings.flatMap((naming) =>
    post === null ? [] : listPermalinks({ post, ...naming }, settings.permalinks, settings.timeZone),
  )
  if (post !== null) return { post, permalinks, problems }
  return { post, permalinks, problems, audience: audience ?? readRawAudience(file.bytes, settings.timeZone) }
}

/** What everybody may read: the description, too, is made of nothing else. */
function keepFreeWords(
  { title, body }: TextFields,
  { description }: Source['fields'],
  settings: Site,
): TextFields {
  const fields = { title: [{ key: 'title', value: title }], description }
  return cleanTextFields({ fields, body: cutFreePart(body) }, title, settings)
}

/** The dialect's fields → ours, each by its own rule. */
function readPost(
  file: SourceFile,
  source: Source,
  settings: Site,
): ReturnType<FieldReader> & { naming: Naming } {
  const { fields, extra } = source
  const name = parseFileName(file.path, createLanguageTest(file, fields.language, settings.language))
  const slug = toAskedSlug(fields.slug, name)
  const written = cleanTextFields(source, name.title, settings)
  const words = addOriginal(written, extra, fields.aliases)
  const publicity = parsePublicity(source.values, file.path, settings.timeZone)
  const marks = publicity.value.draft ? NO_MARKS : readTextMarks(source, settings.timeZone)
  const nameDate = name.date ?? findAddressDate(fields)
  const gates = [...publicity.value.gates, ...marks.gates]
  const moments = parsePostDates(fields, { nameDate, ...publicity.value, gates }, settings.timeZone)
  const { unclear, ...instants } = moments.value
  const isDraft = publicity.value.draft || marks.draft || unclear
  const prominence = parsePlacement(fields, moments.value.published, settings.timeZone)
  const image = parseImage(listPictures(fields, extra), flattenNests(extra))
  const language = parseLanguage(fields.language, name.language, settings.language)
  const authors = readAuthors(fields.authors)
  const filing = parseTaxonomy(fields.section, fields.tags, settings)
  const canonical = parseCanonical(fields.canonical)
  const corrections = parseCorrections(fields.corrections, settings.timeZone)
  const translations = parseTranslations(fields.translations, file.path)
  const length = measureReadingTime(written.body)
  const type = parseStoryType(fields.type)
  const covered = { type: type.value, published: moments.value.published }
  const coverage = parseCoverage(fields.coverage, covered, settings.timeZone)
  const access = parseAccess(fields.access)
  const shown = access.value === 'free' ? words : keepFreeWords(words, fields, settings)
  const candidate = {
    ...instants,
    ...prominence.value,
    ...filing,
    ...language.value,
    ...shown,
    ...toBodyStart(shown.body, source.bodyLine),
    slug,
    draft: isDraft,
    crawling: publicity.value.crawling,
    authors: authors.value,
    image: image.value,
    canonical: canonical.value,
    aliases: toUnique([
      ...parseAliases([...fields.aliases, ...fields.slug.filter(isPath)], toPostPath(slug)),
      ...listFormerAliases(extra, toPostPath(slug)),
      ...listJigsawAliases(extra.extends, name.folder, slug),
    ]),
    corrections: corrections.value,
    translations: translations.value,
    type: type.value,
    coverage: coverage.value,
    access: access.value,
    wordCount: length.words,
    readingMinutes: length.minutes,
    sourceFile: file.path,
    contentHash: file.hash ?? toContentHash(file.bytes),
    extra,
  }
  const sections = filing.section === null ? [] : [filing.section]
  const hints = [
    reportPossibleGates(publicity.value.possibleGates, moments.value.published),
    reportIdNames(fields.authors, authors.value),
    reportIdNames(fields.section, sections),
  ]
  const readings = [
    moments,
    prominence,
    image,
    publicity,
    marks,
    authors,
    language,
    canonical,
    corrections,
    translations,
    type,
    coverage,
    access,
  ]
  return {
    value: candidate,
    diagnostics: [...readings.flatMap(({ diagnostics }) => diagnostics), ...hints.flat()],
    audience: {
      isDraft,
      from: [...gates, instants.published ?? []].flat(),
      until: [instants.expires ?? []].flat(),
    },
    naming: { name, dates: fields.published, categories: listCategories(fields.section), extra },
  }
}

/** The story's own picture first, then others of the same rank, then those for lists and networks. */
function listPictures({ image, description }: Source['fields'], extra: PlainValues): RawValue[] {
  const further = findPictureKeys({ ...toValues(description), ...extra })
  const isLead = ({ key }: RawValue) => !isForPreviews(key)
  return [
    ...image.filter(isLead),
    ...further.filter(isLead),
    ...[...image, ...further].filter((raw) => !isLead(raw)),
  ]
}

function toUnique(texts: string[]): string[] {
  return [...new Set(texts)]
}

/** Docusaurus writes the whole path for a slug: only its last part is one here. */
function isPath({ value }: RawValue): boolean {
  return /^\/?[^/\s]+\/[^/]/.test(toText(value).trim())
}

function toValues(raws: RawValue[]): PlainValues {
  return Object.fromEntries(raws.map(({ key, value }) => [key, value]))
}

/** The day in the address a story asks for, or had: Zola's and Jekyll's writers date a story by nothing else. */
function findAddressDate({ slug, aliases, canonical }: Source['fields']): string | null {
  for (const { value } of [...slug, ...aliases, ...canonical]) {
    const date = findPathDate(toText(value))
    if (date !== null) return date
  }
  return null
}
