import type { z } from 'zod'
import type { Problem } from '#lib/problems/problem.ts'
import { decodeText } from './decode/decode.ts'
import { type Diagnostic, type Parsed, reportError, toProblem } from './diagnostic.ts'
import { type FrontMatter, getKeyLine, parseFrontMatter } from './front-matter/front-matter.ts'
import { type MappedFields, mapFields, type RawValue } from './keys/field-keys.ts'

/** A file as it is on disk; `path` is relative to the content folder and uses `/`. */
export type SourceFile = { path: string; bytes: Uint8Array }

/** A file after the stages that are alike for posts, pages and authors. */
export type Source = FrontMatter & MappedFields

/** What a kind of file makes of its fields; null for a file that is not to be published at all. */
export type FieldReader = (source: Source) => Parsed<object | null>

/**
 * Bytes → text → front matter → our fields → a candidate, which `schema` checks, once. The value is null when a
 * problem is an error or the reader gave none.
 */
export function parseFile<Schema extends z.ZodType>(
  file: SourceFile,
  schema: Schema,
  readFields: FieldReader,
): { value: z.output<Schema> | null; problems: Problem[] } {
  const { value: source, diagnostics } = readSource(file.bytes)
  if (source === null) return { value: null, problems: listProblems(diagnostics, file.path, null) }
  const { value: candidate, diagnostics: faults } = readFields(source)
  const all = [...diagnostics, ...faults]
  const isStopped = candidate === null || all.some(({ severity }) => severity === 'error')
  const checked = isStopped ? { value: null, diagnostics: [] } : validate(schema, candidate, source.fields)
  return { value: checked.value, problems: listProblems([...all, ...checked.diagnostics], file.path, source) }
}

function readSource(bytes: Uint8Array): Parsed<Source | null> {
  const { value: text, diagnostics } = decodeText(bytes)
  if (text.trim() === '') return { value: null, diagnostics: [...diagnostics, reportEmpty()] }
  const { value: frontMatter, diagnostics: faults } = parseFrontMatter(text)
  if (frontMatter === null) return { value: null, diagnostics: [...diagnostics, ...faults] }
  const { value: dialect, diagnostics: slips } = mapFields(frontMatter.values)
  return { value: { ...frontMatter, ...dialect }, diagnostics: [...diagnostics, ...faults, ...slips] }
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
