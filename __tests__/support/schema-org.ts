import { readFileSync } from 'node:fs'

/** A node of a JSON-LD graph, whatever is in it. */
type JsonLdNode = Record<string, unknown>

const source = readFileSync('node_modules/schema-dts/dist/schema.d.ts', 'utf8')
const types = new Map(
  [...source.matchAll(/^(?:export )?interface (\w+)(?: extends ([^{]+))? \{\n(.*?)^\}/gms)].map(
    ([, name = '', parents = '', body = '']) => [
      name,
      {
        parents: parents.split(',').map((parent) => parent.trim().replace(/^Partial<|>$/g, '')),
        properties: [...body.matchAll(/^ {4}"([\w@-]+)"\??:/gm)].map(([, property = '']) => property),
      },
    ],
  ),
)

/** What in a JSON-LD graph is no word of schema.org's: types it does not have, properties those types do not have. */
export function listUnknownWords(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(listUnknownWords)
  if (!isNode(value)) return []
  const inner = Object.values(value).flatMap(listUnknownWords)
  const type = value['@type']
  if (typeof type !== 'string') return inner
  const known = listProperties(`${type}Leaf`)
  if (known.size === 0) return [`no type ${type}`, ...inner]
  // What an action takes is annotated: https://schema.org/docs/actions.html
  const unknown = Object.keys(value).filter(
    (property) => !property.startsWith('@') && !known.has(property.replace(/-(?:in|out)put$/, '')),
  )
  return [...unknown.map((property) => `${type} has no ${property}`), ...inner]
}

function listProperties(type: string): Set<string> {
  const { parents = [], properties = [] } = types.get(type) ?? {}
  return new Set([...properties, ...parents.flatMap((parent) => [...listProperties(parent)])])
}

function isNode(value: unknown): value is JsonLdNode {
  return typeof value === 'object' && value !== null
}
