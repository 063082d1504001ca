import { reportWarning } from '../diagnostic.ts'
import type { Rescue } from './rescue.ts'

/** `tags：[a]` with the colon of an Asian keyboard, `title:The quay` without a space; addresses are no keys. */
const WIDE_COLON = /^([ \t]*[\p{L}_][\p{L}\p{M}\w-]{0,30})：[ \t\u3000]*/u
const NO_SPACE = /^([a-z][a-z_]{2,25}):(?=[^\s:/\\])/i
/** A list as Markdown has it too. */
const BULLET = /^([ \t]*)[*•–—][ \t]+(?=\S)/
const OPEN_LIST = /^([\p{L}_][\w-]{0,30}:[ \t]+\[[^\][{}#"']*)$/u
/** No key of another mapping. */
const INDENTED_KEY =
  /^[ \t]{1,3}(?=(?:title|date|draft|tags|authors?|categor(?:y|ies)|description|layout|slug|published|image|status):(?:[ \t]|$))/i
const KEY = /^["']?[\p{L}_][^:#]{0,60}:(.*)$/u

/** Lines that are plainly a key, a list or an item of one, though YAML sees something else in them. Null where none is. */
export function repairLines(block: string): Rescue | null {
  const lines = block.split('\n')
  const repaired: string[] = []
  for (const line of lines)
    repaired.push(
      repairLine(
        line,
        repaired.findLast((above) => above.trim() !== ''),
      ),
    )
  const at = lines.findIndex((line, index) => line !== repaired[index])
  if (at === -1) return null
  const message = 'the line is not as YAML writes it, and was read as what it looks like'
  const hint = `Write ${JSON.stringify(repaired[at])}`
  return {
    block: repaired.join('\n'),
    diagnostic: reportWarning({ field: null, found: lines[at], message, hint, line: at + 1 }),
  }
}

function repairLine(line: string, above: string | undefined): string {
  const [, value = null] = KEY.exec(above ?? '') ?? []
  if (BULLET.test(line))
    return value?.trim() === '' || /^\s*- /.test(above ?? '') ? line.replace(BULLET, '$1- ') : line
  // Below a key with a value nothing can be its member.
  if (
    INDENTED_KEY.test(line) &&
    (above === undefined || (value !== null && !/^\s*(?:[|>&].*)?$/.test(value)))
  )
    return line.replace(INDENTED_KEY, '')
  return line.replace(WIDE_COLON, '$1: ').replace(NO_SPACE, '$1: ').replace(OPEN_LIST, '$1]')
}
