import type { z } from 'zod'
import type { Problem } from '#lib/problems/problem.ts'
import { dropMdxCode } from './clean/mdx-text.ts'
import { addMediaFolderToBody, findMediaFolder } from './clean/media-folder.ts'
import { decodeText } from './decode/decode.ts'
import { type Diagnostic, type Parsed, reportError, reportWarning, toProblem } from './diagnostic.ts'
import { reportUnread } from './fields/unread-values.ts'
import { type FrontMatter, getKeyLine, parseFrontMatter } from './front-matter/front-matter.ts'
import { readMdxExports } from './front-matter/mdx-exports.ts'
import type { PlainValues } from './front-matter/plain-values.ts'
import { type MappedFields, mapFields } from './keys/field-keys.ts'
import type { RawValue } from './keys/raw-value.ts'
import { FILE_LIMITS, reportExcess } from './limits.ts'
import type { Audience } from './publicity/audience.ts'

/**
 * A file as it is on disk; `path` is relative to the content folder and uses `/`. `hash` is `toContentHash` of the bytes,
 * where somebody has it. `isTranslated` is false where no file beside it shows that the letters after the last point of its
 * name are a language.
 */
export type SourceFile = { path: string; bytes: Uint8Array; hash?: string; isTranslated?: boolean }

/** A file after the stages that are alike for posts, pages and authors. */
export type Source = FrontMatter & MappedFields

/**
 * What a kind of file makes of its fields; null for a file that is not to be published at all. `audience`: who may see it,
 * whatever else is wrong with it.
 */
export type FieldReader = (source: Source) => Parsed<object | null> & { audience?: Audience }

/**
 * Bytes → text → front matter → our fields → a candidate, which `schema` checks, once. The value is null when a
 * problem is an error or the reader gave none, the audience when the front matter could not be read. `language` is the paper's.
 */
export function parseFile<Schema extends z.ZodType>(
  file: SourceFile,
  schema: Schema,
  language: string,
  readFields: FieldReader,
): { value: z.output<Schema> | null; problems: Problem[]; audience: Audience | null } {
  const { value: source, diagnostics } = readSource(file, language)
  if (source === null)
    return { value: null, problems: listProblems(diagnostics, file.path, null), audience: null }
  const { value: candidate, diagnostics: faults, audience = null } = readFields(source)
  const all = [...diagnostics, ...faults]
  const isStopped = candidate === null || all.some(({ severity }) => severity === 'error')
  const checked = isStopped ? { value: null, diagnostics: [] } : validate(schema, candidate, source.fields)
  const problems = listProblems([...all, ...checked.diagnostics], file.path, source)
  return { value: checked.value, problems, audience }
}

function readSource({ path, bytes }: SourceFile, language: string): Parsed<Source | null> {
  if (bytes.length > FILE_LIMITS.bytes.most)
    return { value: null, diagnostics: [reportExcess(FILE_LIMITS.bytes, bytes.length)] }
  const { value: written, diagnostics } = decodeText(bytes, language)
  if (written.trim() === '') return { value: null, diagnostics: [...diagnostics, reportEmpty()] }
  const { value: frontMatter, diagnostics: faults } = parseFrontMatter(written)
  if (frontMatter === null) return { value: null, diagnostics: [...diagnostics, ...faults] }
  const exported = takeExports(path, frontMatter)
  const { value: dialect, diagnostics: slips } = mapFields(exported.value)
  const unread = reportUnread(dialect.fields)
  const { value: text, diagnostics: code } = takeBody(path, frontMatter)
  const body = addMediaFolderToBody(text, findMediaFolder(dialect.extra))
  return {
    value: { ...frontMatter, values: exported.value, ...dialect, body },
    diagnostics: [...diagnostics, ...faults, ...exported.diagnostics, ...slips, ...unread, ...code],
  }
}

/** What an MDX file exports stands for the front matter it has not; beside front matter it adds to that. */
function takeExports(path: string, { values, body, bodyLine }: FrontMatter): Parsed<PlainValues> {
  const exported = /\.mdx$/i.test(path) || EXPORT.test(body) ? readMdxExports(body) : null
  if (exported === null) return { value: values, diagnostics: [] }
  if (exported.values !== null) return { value: { ...exported.values, ...values }, diagnostics: [] }
  if (Object.keys(values).length > 0) return { value: values, diagnostics: [] }
  const message = 'what the file exports would have to be run, so it is not known what it says of the story'
  const hint = 'Write the title, the date and what else it says as front matter, between two lines of ---'
  const line = bodyLine + exported.line - 1
  return { value: values, diagnostics: [reportError({ field: null, found: '', message, hint, line })] }
}

const EXPORT = /^export const \w{1,40} = \{/

/** Docusaurus reads any `.md` as MDX: those that use it begin by importing something, or exporting what they say of themselves. */
function beginsWithCode(body: string): boolean {
  return (
    EXPORT.test(body) ||
    (body.includes('import') &&
      /^\s{0,20}import [^\n]{1,200} from ["'][@./\w-]{1,200}["'];?[ \t]*(?:\n|$)/.test(body.slice(0, 500)))
  )
}

/** Of MDX, the Markdown in it. */
function takeBody(path: string, { body, bodyLine }: FrontMatter): Parsed<string> {
  if (!/\.mdx$/i.test(path) && !beginsWithCode(body)) return { value: body, diagnostics: [] }
  const { body: text, codeLine } = dropMdxCode(body)
  if (codeLine === null) return { value: text, diagnostics: [] }
  const line = bodyLine + codeLine - 1
  const message = 'MDX can run code, and this site runs none from content: the text is shown without it'
  const hint = 'Write what the code showed as Markdown, and give the file a name that ends in .md'
  return { value: text, diagnostics: [reportWarning({ field: null, found: '', message, hint, line })] }
}

/** What the schema refuses is told by the key it came from. */
function validate<Schema extends z.ZodType>(
  schema: Schema,
  candidate: object,
  fields: Partial<Record<string, RawValue[]>>,
): Parsed<z.output<Schema> | null> {
  const checked = schema.safeParse(candidate)
  if (checked.success) return { value: checked.data, diagnostics: [] }
  const diagnostics = checked.error.issues.map(({ path, message }) => {
    const name = String(path[0] ?? '')
    const raw = fields[name]?.[0]
    const hint = `Change ${raw?.key ?? name}`
    return reportError({
      field: raw?.key ?? null,
      found: raw?.value ?? '',
      message: `${path.join('.')}: ${message}`,
      hint,
    })
  })
  return { value: null, diagnostics }
}

function listProblems(diagnostics: Diagnostic[], file: string, source: FrontMatter | null): Problem[] {
  return diagnostics.map((diagnostic) =>
    toProblem(diagnostic, file, (key) => (source === null ? 1 : getKeyLine(source, key))),
  )
}

function reportEmpty(): Diagnostic {
  return reportError({
    field: null,
    found: '',
    message: 'the file is empty',
    hint: 'Write the text, or delete the file',
  })
}
