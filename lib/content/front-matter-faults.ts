import { YAMLException } from 'js-yaml'
import { TomlError } from 'smol-toml'
import { loadYaml } from '#lib/format/yaml.ts'
import type { FencedText } from './fences.ts'
import { type Finding, refuse } from './finding.ts'

const YAML_MEND =
  'Correct this line; text with a colon, a # or a quotation mark in it goes between quotation marks'

/** It begins and never ends: the writer is perhaps not done yet. */
export function reportUnclosed(line: number): Finding {
  const message = 'the front matter is never closed'
  return refuse({
    field: null,
    found: '---',
    message,
    mend: 'Add a line of three hyphens below its last key',
    line,
  })
}

/** A fence such as `---js`. */
export function reportLanguage(language: string, blockLine: number): Finding {
  return refuse({
    field: null,
    found: `---${language}`,
    message:
      'front matter may be YAML, TOML or JSON; anything else could be code, and this site runs no code from content',
    mend: 'Write the keys as YAML between two lines of three hyphens',
    line: Math.max(1, blockLine - 1),
  })
}

/** What a parser threw, at the line it stopped at. */
export function reportFault(error: unknown, { block, blockLine }: FencedText): Finding {
  const { reason, line, mend = 'Write plain `key: value` lines' } = toFault(error, block)
  const message = `the front matter cannot be read: ${reason}`
  return refuse({ field: null, found: block.split('\n')[line] ?? '', message, mend, line: blockLine + line })
}

function toFault(error: unknown, block: string): { reason: string; line: number; mend?: string } {
  if (error instanceof YAMLException)
    return { reason: error.reason, line: error.mark?.line ?? 0, mend: YAML_MEND }
  const mend = 'Correct this line'
  if (error instanceof TomlError) {
    return { reason: error.message.split('\n')[0] ?? '', line: error.line - 1, mend }
  }
  if (error instanceof RangeError) return { reason: 'values are nested too deep', line: 0 }
  if (!(error instanceof SyntaxError))
    return { reason: error instanceof Error ? error.message : String(error), line: 0 }
  return { reason: error.message.replace(/,? (?:\.{3})?".*$/s, ''), line: findJsonLine(error, block), mend }
}

/** JSON.parse tells the position of some faults only; JSON is YAML too, and YAML tells the line of most others. */
function findJsonLine(error: SyntaxError, block: string): number {
  const position = /at position (\d+)/.exec(error.message)?.[1]
  if (position !== undefined) return block.slice(0, Number(position)).split('\n').length - 1
  try {
    loadYaml(block, { repeatedKeys: 'last' })
    return 0
  } catch (fault) {
    return fault instanceof YAMLException ? (fault.mark?.line ?? 0) : 0
  }
}
