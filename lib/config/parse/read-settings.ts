import { YAMLException } from 'js-yaml'
import { loadYaml } from '#lib/text/yaml.ts'

/** Settings as written, and the lines YAML could not make sense of, 1-based. */
export type ReadSettings = { values: Record<string, unknown>; errors: SettingError[] }
export type SettingError = { field: string | null; line: number; reason: string }

/**
 * Reads `site.yaml`. When it is not YAML as a whole, each setting is read by itself, so that one slip costs one
 * setting and not the paper its name.
 */
export function readSettings(text: string): ReadSettings {
  try {
    return toSettings(loadYaml(text, { repeatedKeys: 'refuse' }))
  } catch (error) {
    if (findReason(error) === null) throw error
    return readOneByOne(text)
  }
}

function toSettings(loaded: unknown): ReadSettings {
  if (isSettings(loaded)) return { values: loaded, errors: [] }
  return {
    values: {},
    errors: [{ field: null, line: 1, reason: 'the file is not made of `setting: value` lines' }],
  }
}

function readOneByOne(text: string): ReadSettings {
  const values: Record<string, unknown> = {}
  const errors: SettingError[] = []
  for (const { chunk, line } of splitSettings(text)) {
    const field = /^["']?([\w-]+)/.exec(chunk)?.[1] ?? null
    try {
      const { values: read, errors: others } = toSettings(loadYaml(chunk, { repeatedKeys: 'refuse' }))
      for (const fault of others) errors.push({ ...fault, field, line })
      for (const key of Object.keys(read).filter((name) => Object.hasOwn(values, name))) {
        errors.push({ field: key, line, reason: 'the setting is written twice; the last one counts' })
      }
      Object.assign(values, read)
    } catch (error) {
      const found = findReason(error)
      if (found === null) throw error
      errors.push({ field, line: line + found.line, reason: found.reason })
    }
  }
  return { values, errors }
}

/** Why YAML cannot be read, and at which of its lines, from 0; null for an error that does not say so. */
function findReason(error: unknown): Pick<SettingError, 'line' | 'reason'> | null {
  if (error instanceof YAMLException) return { line: error.mark?.line ?? 0, reason: error.reason }
  return error instanceof RangeError ? { line: 0, reason: error.message } : null
}

/**
 * A setting begins at a line that is neither indented, nor a list item, nor a comment. Fences, as front matter has them, are
 * none of it.
 */
function splitSettings(text: string): { chunk: string; line: number }[] {
  const chunks: { chunk: string; line: number }[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (/^(?:---|\.\.\.)\s*$/.test(line)) continue
    const last = chunks.at(-1)
    if (last === undefined || /^[^\s#\-\]}]/.test(line)) chunks.push({ chunk: line, line: index + 1 })
    else last.chunk += `\n${line}`
  }
  return chunks
}

function isSettings(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
