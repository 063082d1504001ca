import type { Site } from '#lib/config/site.ts'
import type { Problem } from '#lib/problems/problem.ts'
import { toBodyStart } from './clean/body-start.ts'
import { parsePostDates } from './dates/post-dates.ts'
import { toContentHash } from './decode/content-hash.ts'
import type { Parsed } from './diagnostic.ts'
import { listJigsawAliases, parseAliases } from './fields/aliases.ts'
import { parseAuthors } from './fields/bylines.ts'
import { parseCanonical } from './fields/canonical.ts'
import { parseCorrections } from './fields/corrections.ts'
import { parseDraft } from './fields/draft.ts'
import { parseFileName, toAskedSlug } from './fields/file-name.ts'
import { parseImage } from './fields/images.ts'
import { parseLanguage } from './fields/language.ts'
import { parsePlacement } from './fields/placement.ts'
import { measureReadingTime } from './fields/reading-time.ts'
import { parseTaxonomy } from './fields/taxonomy.ts'
import { cleanTextFields } from './fields/text-fields.ts'
import { parseTranslations } from './fields/translations.ts'
import { parseFile, type Source, type SourceFile } from './parse-file.ts'
import { type Post, postSchema } from './post.ts'

export type { SourceFile } from './parse-file.ts'

/** `post` is null exactly when a problem is an error; warnings may come with a post. */
export type ParsedPost = { post: Post | null; problems: Problem[] }

/** A file below `posts/` → the story in it, or what its editor has to mend. `slug` is what the file asks for. */
export function parsePost(file: SourceFile, settings: Site): ParsedPost {
  const { value: post, problems } = parseFile(file, postSchema, (source) => readPost(file, source, settings))
  return { post, problems }
}

/** The dialect's fields → ours, each by its own rule. */
function readPost(file: SourceFile, source: Source, settings: Site): Parsed<object> {
  const { fields, extra } = source
  const name = parseFileName(file.path)
  const slug = toAskedSlug(fields.slug, name)
  const words = cleanTextFields(source, name.title, settings)
  const moments = parsePostDates(fields, name.date, settings.timeZone)
  const prominence = parsePlacement(fields, moments.value.published, settings.timeZone)
  const image = parseImage(fields.image, extra)
  const draft = parseDraft(fields.draft, fields.published, file.path)
  const language = parseLanguage(fields.language, name.language, settings.language)
  const canonical = parseCanonical(fields.canonical)
  const corrections = parseCorrections(fields.corrections, settings.timeZone)
  const translations = parseTranslations(fields.translations, file.path)
  const length = measureReadingTime(words.body)
  const candidate = {
    ...moments.value,
    ...prominence.value,
    ...parseTaxonomy(fields.section, fields.tags, settings),
    ...language.value,
    ...words,
    ...toBodyStart(words.body, source.bodyLine),
    slug,
    draft: draft.value,
    authors: parseAuthors(fields.authors),
    image: image.value,
    canonical: canonical.value,
    aliases: [...parseAliases(fields.aliases, slug), ...listJigsawAliases(extra.extends, name.folder, slug)],
    corrections: corrections.value,
    translations: translations.value,
    wordCount: length.words,
    readingMinutes: length.minutes,
    sourceFile: file.path,
    contentHash: toContentHash(file.bytes),
    extra,
  }
  const readings = [moments, prominence, image, draft, language, canonical, corrections, translations]
  return { value: candidate, diagnostics: readings.flatMap(({ diagnostics }) => diagnostics) }
}
