import type { Site } from '#lib/config/site.ts'
import { toSlug } from '#lib/format/slug.ts'
import { parseLinks } from './author-links.ts'
import { toBodyStart } from './body-start.ts'
import { cleanTitle } from './clean.ts'
import { toContentHash } from './content-hash.ts'
import { type RawValue, toText } from './dialect.ts'
import { parseFileName, toAskedSlug } from './file-name.ts'
import type { Reading } from './finding.ts'
import { parseImage } from './images.ts'
import { parseLanguage } from './language.ts'
import { type Author, authorSchema } from './page.ts'
import { parseFile, type Source, type SourceFile } from './parse-file.ts'
import type { PlainValues } from './plain-values.ts'
import type { Problem } from './problem.ts'
import { cleanWords } from './words.ts'

/** `author` is null exactly when a problem is an error. */
export type ParsedAuthor = { author: Author | null; problems: Problem[] }

const ROLE_KEYS = ['role', 'position', 'job', 'job_title'] as const
const BIOGRAPHY_KEYS = ['bio', 'biography', 'short_bio'] as const
const PORTRAIT_KEYS = ['photo', 'avatar', 'picture', 'portrait', 'headshot'] as const

/** A file below `authors/` → the person it is about, or what its editor has to mend. The body is the biography. */
export function parseAuthor(file: SourceFile, settings: Site): ParsedAuthor {
  const { value: author, problems } = parseFile(file, authorSchema, (source) =>
    readAuthor(file, source, settings),
  )
  return { author, problems }
}

function readAuthor(file: SourceFile, source: Source, settings: Site): Reading<object> {
  const { fields, extra } = source
  const name = parseFileName(file.path)
  const person = toNameAndRole(fields.title, extra)
  const descriptions = [...fields.description, ...listRaws(extra, BIOGRAPHY_KEYS)]
  const named = { fields: { title: person.names, description: descriptions }, body: source.body }
  const { title, description, body } = cleanWords(named, name.title, settings)
  const image = parseImage([...fields.image, ...listRaws(extra, PORTRAIT_KEYS)], extra)
  const language = parseLanguage(fields.language, name.language, settings.language)
  const candidate = {
    slug: toSlug(toAskedSlug(fields.slug, name)),
    name: title,
    role: person.role,
    description,
    ...toBodyStart(body, source.bodyLine),
    image: image.value,
    links: parseLinks(fields.aliases, extra),
    ...language.value,
    sourceFile: file.path,
    contentHash: file.hash ?? toContentHash(file.bytes),
  }
  return { value: candidate, findings: [...image.findings, ...language.findings] }
}

/** Beside a `name`, a `title` is what the person is: `name: Ada Quill`, `title: Harbour correspondent`. */
function toNameAndRole(titles: RawValue[], extra: PlainValues): { names: RawValue[]; role: string } {
  const names = titles.filter(({ key }) => key.toLowerCase() === 'name')
  const others = titles.filter(({ key }) => key.toLowerCase() !== 'name')
  const roles = [...listRaws(extra, ROLE_KEYS), ...(names.length > 0 ? others : [])]
  return { names: names.length > 0 ? names : titles, role: cleanTitle(toText(roles[0]?.value)) }
}

function listRaws(extra: PlainValues, keys: readonly string[]): RawValue[] {
  return keys.flatMap((key) =>
    toText(extra[key]) === '' && typeof extra[key] !== 'object' ? [] : [{ key, value: extra[key] }],
  )
}
