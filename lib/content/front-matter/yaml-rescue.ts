import { YAMLException } from 'js-yaml'
import { loadYaml } from '#lib/text/yaml.ts'
import { type Diagnostic, type Parsed, reportWarning } from '../diagnostic.ts'
import type { Rescue, YamlFault } from './rescue.ts'
import { foldPlain, foldQuoted } from './yaml-fold.ts'
import { repairLines } from './yaml-lines.ts'
import { quoteHashes, quoteText } from './yaml-quotes.ts'

const MAX_RESCUES = 20
const MAX_FOLDS = 200

/** The characters YAML refuses although they are harmless to read past: C1 controls but U+0085. */
const UNPRINTABLE = /[\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g
const ODD_INDENT =
  /^[ \t\u00a0\u3000]*[\t\u00a0\u3000][ \t\u00a0\u3000]*|(?<=^[\p{L}\w-]{1,60}:)[\u00a0\u3000]/gmu

/**
 * Reads a block of YAML, mending what has one plain meaning: quoted text over lines that are not indented, a repeated
 * key, control characters, tabs, and text that should have been quoted. Findings have lines counted from the block's first, 1-based.
 *
 * @throws {YAMLException} the first fault, when the block cannot be mended.
 */
export function parseYaml(source: string): Parsed<unknown> {
  const { block, diagnostics } = quoteHashes(source)
  try {
    const value = loadYaml(block, { repeatedKeys: 'refuse' })
    return typeof value === 'string' ? rescueText(block, value, diagnostics) : { value, diagnostics }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return rescueFolded(block, error, diagnostics)
  }
}

/** Keys without a space behind their colon are one long text to YAML. */
function rescueText(block: string, value: string, diagnostics: Diagnostic[]): Parsed<unknown> {
  const repaired = repairIndent(block, { reason: '', line: 0 }) ?? repairLines(block)
  if (repaired === null) return { value, diagnostics }
  const { value: mended, diagnostics: others } = parseYaml(repaired.block)
  return { value: mended, diagnostics: [...diagnostics, repaired.diagnostic, ...others] }
}

/** First the values that only want indenting, which is no fault of their writer's; then what is one. */
function rescueFolded(source: string, first: YAMLException, diagnostics: Diagnostic[]): Parsed<unknown> {
  let block = source
  let error = first
  for (let round = 0; round < MAX_FOLDS; round++) {
    const folded = foldQuoted(block, toYamlFault(error))
    if (folded === null) break
    block = folded.block
    diagnostics.push(...folded.diagnostics)
    try {
      return { value: loadYaml(block, { repeatedKeys: 'refuse' }), diagnostics }
    } catch (next) {
      if (!(next instanceof YAMLException)) throw next
      error = next
    }
  }
  return rescue(block, error, diagnostics)
}

function rescue(source: string, first: YAMLException, diagnostics: Diagnostic[]): Parsed<unknown> {
  let block = source
  let syntaxError = toYamlFault(first)
  for (let round = 0; round < MAX_RESCUES; round++) {
    const repaired = repair(block, syntaxError)
    if (repaired === null) throw first
    block = repaired.block
    diagnostics.push(repaired.diagnostic)
    try {
      return {
        value: loadYaml(block, { repeatedKeys: isRepeated(syntaxError) ? 'last' : 'refuse' }),
        diagnostics,
      }
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error
      if (isRepeated(syntaxError)) throw first
      syntaxError = toYamlFault(error)
    }
  }
  throw first
}

function repair(block: string, syntaxError: YamlFault): Rescue | null {
  if (isRepeated(syntaxError)) return takeLast(block, syntaxError)
  if (syntaxError.reason.includes('non-printable')) return dropUnprintable(block, syntaxError)
  return (
    repairIndent(block, syntaxError) ??
    repairLines(block) ??
    foldPlain(block, syntaxError) ??
    quoteText(block, placeTemplate(block, syntaxError))
  )
}

/** Of `date: {{ date }}`, a template's, YAML complains at the block's first line. */
function placeTemplate(block: string, syntaxError: YamlFault): YamlFault {
  if (!syntaxError.reason.includes('complex keys')) return syntaxError
  const line = block.split('\n').findIndex((text) => /^[^"']{1,60}:[ \t]+\{\{/.test(text))
  return line === -1 ? syntaxError : { ...syntaxError, line }
}

function takeLast(block: string, syntaxError: YamlFault): Rescue {
  const key = /^\s*["']?([^"':]+)/.exec(block.split('\n')[syntaxError.line] ?? '')?.[1] ?? ''
  const message = 'the key is written twice; the last one was used'
  return { block, diagnostic: report(syntaxError, key, key, message, 'Remove the other one') }
}

function dropUnprintable(block: string, syntaxError: YamlFault): Rescue | null {
  const repaired = block.replace(UNPRINTABLE, '')
  const message = 'control characters were dropped'
  return repaired === block
    ? null
    : {
        block: repaired,
        diagnostic: report(syntaxError, null, '', message, 'Type the text of this line again'),
      }
}

function repairIndent(block: string, syntaxError: YamlFault): Rescue | null {
  const repaired = block.replace(ODD_INDENT, (indent) =>
    indent.replaceAll('\t', '  ').replace(/[\u00a0\u3000]/g, ' '),
  )
  const message = 'tabs, non-breaking or wide spaces were read as spaces'
  return repaired === block
    ? null
    : {
        block: repaired,
        diagnostic: report(syntaxError, null, '', message, 'Indent with spaces; YAML allows no tabs'),
      }
}

function report(
  syntaxError: YamlFault,
  field: string | null,
  found: string,
  message: string,
  mending: string,
): Diagnostic {
  return reportWarning({ field, found, message, hint: mending, line: syntaxError.line + 1 })
}

function isRepeated({ reason }: YamlFault): boolean {
  return reason === 'duplicated mapping key'
}

function toYamlFault({ reason, mark }: YAMLException): YamlFault {
  return { reason, line: mark?.line ?? 0 }
}
