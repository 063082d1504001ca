import { YAMLException } from 'js-yaml'
import { TomlError } from 'smol-toml'
import { loadYaml } from '#lib/text/yaml.ts'
import { type Diagnostic, reportError, reportWarning } from '../diagnostic.ts'
import type { FencedText } from './fences.ts'

const YAML_HINT =
  'Correct this line; text with a colon, a # or a quotation mark in it goes between quotation marks'

/** It begins and never ends: the writer is perhaps not done yet. */
export function reportUnclosed(line: number): Diagnostic {
  const message = 'the front matter is never closed'
  return reportError({
    field: null,
    found: '---',
    message,
    hint: 'Add a line of three hyphens below its last key',
    line,
  })
}

/** Keys between fences that do not begin the text. */
export function reportLate(text: string): Diagnostic {
  const line = text.split('\n').findIndex((one) => /^(?:---|\+\+\+)[ \t]*$/.test(one)) + 1
  const message = 'this looks like front matter, but other text stands above it, so it was not read'
  return reportWarning({
    field: null,
    found: text.split('\n')[0] ?? '',
    message,
    hint: 'Move what stands above it below it',
    line,
  })
}

/** A fence such as `---js`. */
export function reportLanguage(language: string, blockLine: number): Diagnostic {
  return reportError({
    field: null,
    found: `---${language}`,
    message:
      'front matter may be YAML, TOML or JSON; anything else could be code, and this site runs no code from content',
    hint: 'Write the keys as YAML between two lines of three hyphens',
    line: Math.max(1, blockLine - 1),
  })
}

/** What a parser threw, at the line it stopped at. */
export function reportSyntaxError(error: unknown, { block, blockLine }: FencedText): Diagnostic {
  const { reason, line, hint = 'Write plain `key: value` lines' } = toSyntaxError(error, block)
  const message = `the front matter cannot be read: ${reason}`
  return reportError({
    field: null,
    found: block.split('\n')[line] ?? '',
    message,
    hint,
    line: blockLine + line,
  })
}

function toSyntaxError(error: unknown, block: string): { reason: string; line: number; hint?: string } {
  if (error instanceof YAMLException)
    return { reason: error.reason, line: error.mark?.line ?? 0, hint: YAML_HINT }
  const hint = 'Correct this line'
  if (error instanceof TomlError) {
    const toml = 'Correct this line; in TOML text stands between straight quotation marks, and each key once'
    return { reason: error.message.split('\n')[0] ?? '', line: error.line - 1, hint: toml }
  }
  if (error instanceof RangeError) return { reason: 'values are nested too deep', line: 0 }
  if (!(error instanceof SyntaxError))
    return { reason: error instanceof Error ? error.message : String(error), line: 0 }
  return { reason: error.message.replace(/,? (?:\.{3})?".*$/s, ''), line: findJsonLine(error, block), hint }
}

/** JSON.parse tells the position of some faults only; JSON is YAML too, and YAML tells the line of most others. */
function findJsonLine(error: SyntaxError, block: string): number {
  const position = /at position (\d+)/.exec(error.message)?.[1]
  if (position !== undefined) return block.slice(0, Number(position)).split('\n').length - 1
  try {
    loadYaml(block, { repeatedKeys: 'last' })
    return 0
  } catch (syntaxError) {
    return syntaxError instanceof YAMLException ? (syntaxError.mark?.line ?? 0) : 0
  }
}
