import type { Site } from '#lib/config/site.ts'
import { listJigsawAliases, parseAliases } from './aliases.ts'
import { toBodyStart } from './body-start.ts'
import { parseCanonical } from './canonical.ts'
import { toContentHash } from './content-hash.ts'
import { parseCorrections } from './corrections.ts'
import { parseDraft } from './draft.ts'
import { parseFileName, toAskedSlug } from './file-name.ts'
import type { Reading } from './finding.ts'
import { parseImage } from './images.ts'
import { parseLanguage } from './language.ts'
import { parseMoments } from './moments.ts'
import { parseFile, type Source, type SourceFile } from './parse-file.ts'
import { parseAuthors } from './people.ts'
import { type Post, postSchema } from './post.ts'
import type { Problem } from './problem.ts'
import { parseProminence } from './prominence.ts'
import { measureReading } from './reading.ts'
import { parseFiling } from './terms.ts'
import { parseTranslations } from './translations.ts'
import { cleanWords } from './words.ts'

export type { SourceFile } from './parse-file.ts'

/** `post` is null exactly when a problem is an error; warnings may come with a post. */
export type ParsedPost = { post: Post | null; problems: Problem[] }

/** A file below `posts/` → the story in it, or what its editor has to mend. `slug` is what the file asks for. */
export function parsePost(file: SourceFile, settings: Site): ParsedPost {
  const { value: post, problems } = parseFile(file, postSchema, (source) => readPost(file, source, settings))
  return { post, problems }
}

/** The dialect's fields → ours, each by its own rule. */
function readPost(file: SourceFile, source: Source, settings: Site): Reading<object> {
  const { fields, extra } = source
  const name = parseFileName(file.path)
  const slug = toAskedSlug(fields.slug, name)
  const words = cleanWords(source, name.title, settings)
  const moments = parseMoments(fields, name.date, settings.timeZone)
  const prominence = parseProminence(fields, moments.value.published, settings.timeZone)
  const image = parseImage(fields.image, extra)
  const draft = parseDraft(fields.draft, fields.published, file.path)
  const language = parseLanguage(fields.language, name.language, settings.language)
  const canonical = parseCanonical(fields.canonical)
  const corrections = parseCorrections(fields.corrections, settings.timeZone)
  const translations = parseTranslations(fields.translations, file.path)
  const length = measureReading(words.body)
  const candidate = {
    ...moments.value,
    ...prominence.value,
    ...parseFiling(fields.section, fields.tags, settings),
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
    contentHash: file.hash ?? toContentHash(file.bytes),
    extra,
  }
  const readings = [moments, prominence, image, draft, language, canonical, corrections, translations]
  return { value: candidate, findings: readings.flatMap(({ findings }) => findings) }
}
