import type { Site } from '#lib/config/site.ts'
import type { Problem } from '#lib/problems/problem.ts'
import { toListPath } from '#lib/routes/paths.ts'
import { toSlug } from '#lib/text/slug.ts'
import { toBodyStart } from './clean/body-start.ts'
import { cleanTitle } from './clean/clean.ts'
import { toContentHash } from './decode/content-hash.ts'
import { parseAliases } from './fields/aliases.ts'
import { parseLinks } from './fields/author-links.ts'
import { findFullName } from './fields/bylines.ts'
import { parseFileName, toAskedSlug } from './fields/file-name.ts'
import { parseImage } from './fields/images.ts'
import { createLanguageTest, parseLanguage } from './fields/language.ts'
import { cleanTextFields } from './fields/text-fields.ts'
import type { PlainValues } from './front-matter/plain-values.ts'
import { type RawValue, toText } from './keys/raw-value.ts'
import { type Author, authorSchema } from './page.ts'
import { type FieldReader, parseFile, type Source, type SourceFile } from './parse-file.ts'
import { type Audience, readRawAudience } from './publicity/audience.ts'
import { saysDraft } from './publicity/publicity.ts'

/**
 * `author` is null when a problem is an error, and for a draft. `audience`, of a file with an error: who may see it all the
 * same.
 */
export type ParsedAuthor = { author: Author | null; problems: Problem[]; audience?: Audience }

const ROLE_KEYS = ['role', 'position', 'job', 'job_title'] as const
const BIOGRAPHY_KEYS = ['bio', 'biography', 'short_bio'] as const
const TYPE_KEYS = ['kind', '@type'] as const
const ORGANIZATION = /^(?:organi[sz]ation|agency|desk|newsmediaorganization)$/
const PORTRAIT_KEYS = [
  ...[
    'photo',
    'avatar',
    'picture',
    'portrait',
    'headshot',
    'profile_image',
    'profileImage',
    'profile_picture',
  ],
  ...[
    'profile_photo',
    'profile_pic',
    'author_image',
    'author_photo',
    'avatar_url',
    'image_url',
    'img',
    'foto',
  ],
]

/** A file below `authors/` → the person it is about, or what its editor has to mend. The body is the biography. */
export function parseAuthor(file: SourceFile, settings: Site): ParsedAuthor {
  const {
    value: author,
    problems,
    audience,
  } = parseFile(file, authorSchema, settings.language, (source) => readAuthor(file, source, settings))
  if (!problems.some(({ severity }) => severity === 'error')) return { author, problems }
  return { author: null, problems, audience: audience ?? readRawAudience(file.bytes, settings.timeZone) }
}

function readAuthor(file: SourceFile, source: Source, settings: Site): ReturnType<FieldReader> {
  const { fields, extra } = source
  const audience = { isDraft: saysDraft(source.values, settings.timeZone), from: [], until: [] }
  if (audience.isDraft) return { value: null, diagnostics: [], audience }
  const name = parseFileName(file.path, createLanguageTest(file, fields.language, settings.language))
  const person = toNameAndRole(fields.title, extra)
  const descriptions = [...fields.description, ...listRaws(extra, BIOGRAPHY_KEYS)]
  const named = { fields: { title: person.names, description: descriptions }, body: source.body }
  const { title, description, body } = cleanTextFields(named, name.title, settings)
  const image = parseImage([...fields.image, ...listRaws(extra, PORTRAIT_KEYS)], extra)
  const language = parseLanguage(fields.language, name.language, settings.language)
  const slug = toSlug(toAskedSlug(fields.slug, name))
  const candidate = {
    slug,
    name: title,
    type: parseAuthorType(fields.type, extra),
    role: person.role,
    description,
    ...toBodyStart(body, source.bodyLine),
    image: image.value,
    links: parseLinks(fields.aliases, extra),
    aliases: parseAliases(fields.aliases, toListPath({ kind: 'author', slug })),
    ...language.value,
    sourceFile: file.path,
    contentHash: file.hash ?? toContentHash(file.bytes),
  }
  return { value: candidate, diagnostics: [...image.diagnostics, ...language.diagnostics], audience }
}

/** `type: organization` for a desk or an agency; a person else. */
function parseAuthorType(types: RawValue[], extra: PlainValues): Author['type'] {
  const written = [...types, ...listRaws(extra, TYPE_KEYS)].map(({ value }) =>
    toText(value).trim().toLowerCase(),
  )
  return written.some((word) => ORGANIZATION.test(word)) ? 'organization' : 'person'
}

/** Beside a name, a `title` is what the person is: `name: Ada Quill`, `title: Harbour correspondent`. */
function toNameAndRole(titles: RawValue[], extra: PlainValues): { names: RawValue[]; role: string } {
  const names = titles.filter(({ key }) => key.toLowerCase() === 'name')
  const others = titles.filter(({ key }) => key.toLowerCase() !== 'name')
  const full = findFullName(extra)
  if (names.length === 0 && full !== '') names.push({ key: 'first_name', value: full })
  const roles = [...listRaws(extra, ROLE_KEYS), ...(names.length > 0 ? others : [])]
  return { names: names.length > 0 ? names : titles, role: cleanTitle(toText(roles[0]?.value)) }
}

function listRaws(extra: PlainValues, keys: readonly string[]): RawValue[] {
  return keys.flatMap((key) =>
    toText(extra[key]) === '' && typeof extra[key] !== 'object' ? [] : [{ key, value: extra[key] }],
  )
}
