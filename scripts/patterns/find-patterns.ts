import { readFileSync } from 'node:fs'
import { type Expression, parseSync, Visitor } from 'oxc-parser'

/** A regular expression as a source file has it. `built` is one whose text is put together while the program runs. */
export type FoundPattern = { kind: 'literal' | 'built'; source: string; flags: string; place: string }

/** Every regular expression literal and every `RegExp(…)` of a file. */
export function findPatterns(file: string): FoundPattern[] {
  const text = readFileSync(file, 'utf8')
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new SyntaxError(`${file}: ${errors[0]?.message}`)
  const found: FoundPattern[] = []
  const toPlace = (offset: number) => `${file}:${text.slice(0, offset).split('\n').length}`
  new Visitor({
    Literal(node) {
      if (!('regex' in node)) return
      const { pattern, flags } = node.regex
      found.push({ kind: 'literal', source: pattern, flags, place: toPlace(node.start) })
    },
    NewExpression: addConstructed,
    CallExpression: addConstructed,
  }).visit(program)
  return found

  function addConstructed({ callee, arguments: given, start }: Constructed): void {
    if (callee.type !== 'Identifier' || callee.name !== 'RegExp') return
    const [pattern, flags] = given
    const fixed = pattern === undefined ? null : readString(pattern)
    const source = fixed ?? text.slice(pattern?.start, pattern?.end)
    const kind = fixed === null ? 'built' : 'literal'
    found.push({
      kind,
      source,
      flags: flags === undefined ? '' : (readString(flags) ?? ''),
      place: toPlace(start),
    })
  }
}

type Argument = { type: string; start: number; end: number; value?: unknown }
type Constructed = { callee: Expression; arguments: readonly Argument[]; start: number }

function readString(node: Argument): string | null {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null
}
