import type { Site } from '#lib/config/site.ts'
import { toPostSlug } from '#lib/format/slug.ts'
import { listJigsawAliases, parseAliases } from './aliases.ts'
import { toBodyStart } from './body-start.ts'
import { parseCanonical } from './canonical.ts'
import { type RawValue, toText } from './dialect.ts'
import { parseDraft } from './draft.ts'
import { type FileName, parseFileName } from './file-name.ts'
import type { Finding, Reading } from './finding.ts'
import { parseImage } from './images.ts'
import { parseLanguage } from './language.ts'
import { parseMoments } from './moments.ts'
import { parseAuthors } from './people.ts'
import { type Post, postSchema } from './post.ts'
import type { Problem } from './problem.ts'
import { measureReading } from './reading.ts'
import {
  isHeldBack,
  listProblems,
  type ReadFile,
  readSourceFile,
  type SourceFile,
  toContentHash,
} from './source-file.ts'
import { parseFiling } from './terms.ts'
import { validate } from './validate.ts'
import { cleanWords } from './words.ts'

export type { SourceFile } from './source-file.ts'

/** `post` is null exactly when a problem is an error; warnings may come with a post. */
export type ParsedPost = { post: Post | null; problems: Problem[] }

type Source = NonNullable<ReadFile['source']>

/** A file below `posts/` → the story in it, or what its editor has to mend. `slug` is what the file asks for. */
export function parsePost(file: SourceFile, settings: Site): ParsedPost {
  const { source, findings } = readSourceFile(file)
  if (source === null) return { post: null, problems: listProblems(findings, file.path, null) }
  const { value: candidate, findings: faults } = readPost(file, source, settings)
  const all = [...findings, ...faults]
  const { value: post, findings: last } = isHeldBack(all)
    ? { value: null, findings: [] }
    : validate(postSchema, candidate, source.fields)
  return { post, problems: listProblems([...all, ...last], file.path, source) }
}

/** The dialect's fields → ours, each by its own rule. */
function readPost(file: SourceFile, source: Source, settings: Site): Reading<unknown> {
  const { fields, extra } = source
  const name = parseFileName(file.path)
  const slug = toSlugOfPost(fields.slug, name)
  const words = cleanWords(toRawWords(source, name), settings)
  const moments = parseMoments(fields, name.date, settings.timeZone)
  const image = parseImage(fields.image, extra)
  const draft = parseDraft(fields.draft, fields.published, file.path)
  const language = readLanguage(fields.language, name, settings)
  const canonical = parseCanonical(fields.canonical)
  const length = measureReading(words.body)
  const candidate = {
    ...moments.value,
    ...parseFiling(fields.section, fields.tags, settings),
    ...language.value,
    ...words,
    ...toBodyStart(words.body, source.bodyLine),
    slug,
    draft: draft.value,
    authors: parseAuthors(fields.authors),
    image: image.value,
    canonical: canonical.value,
    aliases: [
      ...parseAliases(fields.aliases, slug),
      ...listJigsawAliases(extra['extends'], name.folder, slug),
    ],
    wordCount: length.words,
    readingMinutes: length.minutes,
    sourceFile: file.path,
    contentHash: toContentHash(file.bytes),
    extra,
  }
  const findings = [moments, image, draft, language, canonical].flatMap(
    (reading): Finding[] => reading.findings,
  )
  return { value: candidate, findings }
}

function toRawWords({ fields, body }: Source, name: FileName) {
  return { titles: fields.title, descriptions: fields.description, body, nameTitle: name.title }
}

/** A slug written as a path, `2014/06/name`, asks for its last part. */
function toSlugOfPost([first]: RawValue[], name: FileName): string {
  const written = toText(first?.value).trim()
  const asked = written.includes(' ') ? written : written.split('/').findLast((part) => part !== '')
  return asked === undefined || asked === '' ? name.slug : toPostSlug(asked)
}

function readLanguage([first]: RawValue[], name: FileName, { language }: Site) {
  const written = toText(first?.value) || name.language || language
  return parseLanguage(written, first?.key ?? 'lang', language)
}
