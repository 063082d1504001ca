import { YAMLException } from 'js-yaml'
import { loadYaml } from '#lib/text/yaml.ts'
import { isMapping, type PlainValues, toPlainValues } from './plain-values.ts'

/** The line, from 1, that the values stand at; they are null where they would have to be run. */
export type MdxExports = { values: PlainValues | null; line: number }

const EXPORT =
  /^export\s+const\s+(?:meta|metadata|frontmatter|frontMatter|post|article|page|data)(?:\s*:\s*[\w<>]{1,60})?\s*=\s*\{/m

const MAX_LENGTH = 5_000

/** Front matter as blogs in MDX export it, `export const meta = { title: 'The quay', published: false }`. Null: there is none. */
export function readMdxExports(body: string): MdxExports | null {
  const match = EXPORT.exec(body)
  if (match === null) return null
  const line = body.slice(0, match.index).split('\n').length
  const end = findObjectEnd(body, match.index + match[0].length)
  const object = end === null ? '' : body.slice(match.index + match[0].length - 1, end)
  return { values: readObject(object), line }
}

function findObjectEnd(text: string, start: number): number | null {
  let depth = 1
  let quote: string | null = null
  for (let at = start; at < Math.min(text.length, start + MAX_LENGTH); at++) {
    const character = text[at] ?? ''
    if (character === '\\') at++
    else if (quote !== null) quote = character === quote ? null : quote
    else if (/["'`]/.test(character)) quote = character
    else if (character === '{') depth++
    else if (character === '}' && --depth === 0) return at + 1
  }
  return null
}

const NAME = /^[\w$-]+$/

/** An object of plain values is YAML once there is a space behind each key. */
function readObject(object: string): PlainValues | null {
  const yaml = object
    .replace(/^[ \t]*\/\/[^\n]*$|(?<=[,{[])[ \t]*\/\/[^\n]*$/gm, '')
    .replace(/new Date\((["'][^"'\n]*["'])\)/g, '$1')
    .replace(/([{,]\s*["']?[\w$-]{1,60}["']?):(?=\S)/g, '$1: ')
    .replace(/`([^`$'\n]*)`/g, "'$1'")
  try {
    const values = loadYaml(yaml, { repeatedKeys: 'last' })
    return isMapping(values) && Object.keys(values).every((key) => NAME.test(key))
      ? toPlainValues(values)
      : null
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return null
  }
}
