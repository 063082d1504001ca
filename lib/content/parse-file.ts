import type { z } from 'zod'
import { decode } from './decode.ts'
import { type Dialect, type RawValue, readDialect } from './dialect.ts'
import { type Finding, type Reading, refuse, toProblem } from './finding.ts'
import { type FrontMatter, getKeyLine, parseFrontMatter } from './front-matter.ts'
import type { Problem } from './problem.ts'

/** A file as it is on disk; `path` is relative to the content folder and uses `/`. */
/** `hash` is `toContentHash` of the bytes, where somebody has it. */
export type SourceFile = { path: string; bytes: Uint8Array; hash?: string }

/** A file after the stages that are alike for posts, pages and authors. */
export type Source = FrontMatter & Dialect

/** What a kind of file makes of its fields; null for a file that is not to be published at all. */
export type FieldReader = (source: Source) => Reading<object | null>

/**
 * Bytes → text → front matter → our fields → a candidate, which `schema` checks, once. The value is null when a
 * problem is an error or the reader gave none.
 */
export function parseFile<Schema extends z.ZodType>(
  file: SourceFile,
  schema: Schema,
  readFields: FieldReader,
): { value: z.output<Schema> | null; problems: Problem[] } {
  const { value: source, findings } = readSource(file.bytes)
  if (source === null) return { value: null, problems: listProblems(findings, file.path, null) }
  const { value: candidate, findings: faults } = readFields(source)
  const all = [...findings, ...faults]
  const isStopped = candidate === null || all.some(({ severity }) => severity === 'error')
  const checked = isStopped ? { value: null, findings: [] } : validate(schema, candidate, source.fields)
  return { value: checked.value, problems: listProblems([...all, ...checked.findings], file.path, source) }
}

function readSource(bytes: Uint8Array): Reading<Source | null> {
  const { value: text, findings } = decode(bytes)
  if (text.trim() === '') return { value: null, findings: [...findings, reportEmpty()] }
  const { value: frontMatter, findings: faults } = parseFrontMatter(text)
  if (frontMatter === null) return { value: null, findings: [...findings, ...faults] }
  const { value: dialect, findings: slips } = readDialect(frontMatter.values)
  return { value: { ...frontMatter, ...dialect }, findings: [...findings, ...faults, ...slips] }
}

/** What the schema refuses is told by the key it came from. */
function validate<Schema extends z.ZodType>(
  schema: Schema,
  candidate: object,
  fields: Partial<Record<string, RawValue[]>>,
): Reading<z.output<Schema> | null> {
  const checked = schema.safeParse(candidate)
  if (checked.success) return { value: checked.data, findings: [] }
  const findings = checked.error.issues.map(({ path, message }) => {
    const name = String(path[0] ?? '')
    const raw = fields[name]?.[0]
    const mend = `Change ${raw?.key ?? name}`
    return refuse({
      field: raw?.key ?? null,
      found: raw?.value ?? '',
      message: `${path.join('.')}: ${message}`,
      mend,
    })
  })
  return { value: null, findings }
}

function listProblems(findings: Finding[], file: string, source: FrontMatter | null): Problem[] {
  return findings.map((finding) =>
    toProblem(finding, file, (key) => (source === null ? 1 : getKeyLine(source, key))),
  )
}

function reportEmpty(): Finding {
  return refuse({
    field: null,
    found: '',
    message: 'the file is empty',
    mend: 'Write the text, or delete the file',
  })
}
