import { YAMLException } from 'js-yaml'
import { loadYaml } from '#lib/format/yaml.ts'
import { type Finding, type Reading, warn } from './finding.ts'
import { quoteHashes, quoteText } from './yaml-quotes.ts'

/** A block of YAML with one fault less, and what was done about it; lines are counted from the block's first. */
export type Rescue = { block: string; finding: Finding }

/** Where YAML gave up; `line` is 0-based. */
export type Fault = { reason: string; line: number }

const MAX_RESCUES = 20

/** The characters YAML refuses although they are harmless to read past: C1 controls but U+0085. */
const UNPRINTABLE = /[\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g
const ODD_INDENT = /^[ \t\u00a0]*[\t\u00a0][ \t\u00a0]*|(?<=^[\w-]+:)\u00a0/gm

/**
 * Reads a block of YAML, mending what has one plain meaning: a repeated key, control characters, tabs, and text
 * that should have been quoted. Findings have lines counted from the block's first, 1-based.
 *
 * @throws {YAMLException} the first fault, when the block cannot be mended.
 */
export function parseYaml(source: string): Reading<unknown> {
  const { block, findings } = quoteHashes(source)
  try {
    return { value: loadYaml(block, { repeatedKeys: 'refuse' }), findings }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return { ...rescue(block, error, findings) }
  }
}

function rescue(source: string, first: YAMLException, findings: Finding[]): Reading<unknown> {
  let block = source
  let fault = toFault(first)
  for (let round = 0; round < MAX_RESCUES; round++) {
    const mended = mend(block, fault)
    if (mended === null) throw first
    block = mended.block
    findings.push(mended.finding)
    try {
      return { value: loadYaml(block, { repeatedKeys: isRepeated(fault) ? 'last' : 'refuse' }), findings }
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error
      if (isRepeated(fault)) throw first
      fault = toFault(error)
    }
  }
  throw first
}

function mend(block: string, fault: Fault): Rescue | null {
  if (isRepeated(fault)) return takeLast(block, fault)
  if (fault.reason.includes('non-printable')) return dropUnprintable(block, fault)
  return mendIndent(block, fault) ?? quoteText(block, fault)
}

function takeLast(block: string, fault: Fault): Rescue {
  const key = /^\s*["']?([^"':]+)/.exec(block.split('\n')[fault.line] ?? '')?.[1] ?? ''
  const message = 'the key is written twice; the last one was used'
  return { block, finding: report(fault, key, key, message, 'Remove the other one') }
}

function dropUnprintable(block: string, fault: Fault): Rescue | null {
  const mended = block.replace(UNPRINTABLE, '')
  const message = 'control characters were dropped'
  return mended === block
    ? null
    : { block: mended, finding: report(fault, null, '', message, 'Type the text of this line again') }
}

function mendIndent(block: string, fault: Fault): Rescue | null {
  const mended = block.replace(ODD_INDENT, (indent) =>
    indent.replaceAll('\t', '  ').replaceAll('\u00a0', ' '),
  )
  const message = 'tabs or non-breaking spaces were read as spaces'
  return mended === block
    ? null
    : { block: mended, finding: report(fault, null, '', message, 'Indent with spaces; YAML allows no tabs') }
}

function report(
  fault: Fault,
  field: string | null,
  found: string,
  message: string,
  mending: string,
): Finding {
  return warn({ field, found, message, mend: mending, line: fault.line + 1 })
}

function isRepeated({ reason }: Fault): boolean {
  return reason === 'duplicated mapping key'
}

function toFault({ reason, mark }: YAMLException): Fault {
  return { reason, line: mark?.line ?? 0 }
}
