import type { z } from 'zod'
import type { RawValue } from './dialect.ts'
import { type Reading, refuse } from './finding.ts'

/** Checks a candidate once, at the end of the pipeline; what a schema refuses is told by the key it came from. */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  candidate: unknown,
  fields: Partial<Record<string, RawValue[]>>,
): Reading<z.output<Schema> | null> {
  const checked = schema.safeParse(candidate)
  if (checked.success) return { value: checked.data, findings: [] }
  const findings = checked.error.issues.map(({ path, message }) => {
    const name = String(path[0] ?? '')
    const raw = fields[name]?.[0]
    const mend = `Change ${raw?.key ?? name}`
    return refuse({ field: raw?.key ?? null, found: raw?.value ?? '', message: `${name}: ${message}`, mend })
  })
  return { value: null, findings }
}
