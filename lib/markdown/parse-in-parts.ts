import type { Nodes, Root } from 'mdast'
import { listLines } from '#lib/text/list-lines.ts'
import { listBoundaries } from './block-boundaries.ts'

/** A part of a text that means the same alone as in the whole, and where it begins in it. */
type Part = { text: string; start: number }

/** What a parser gives: a root. */
type ParsedPart = { type: string }

type Block = { node: Root['children'][number]; start: number }

/** Shorter texts are parsed at once. */
const MIN_PART = 4_000

const DEFINITION = /^ {0,3}\[(\^?)([^[\]]{1,999})\]:/

/**
 * Parses Markdown block by block: micromark's time grows faster than with the square of the number of blocks it is
 * given at once. The nodes are those of the whole, top ones only; `start` is the place in the text that a node's offsets
 * are counted from. Labels that are defined in another part are known in each.
 */
export function parseInParts(text: string, parse: (part: string) => ParsedPart): Block[] {
  const parts = listParts(text)
  const labels = parts.length > 1 ? listDefinitions(text) : new Map<string, string>()
  const blocks = parts.flatMap((part) => parsePart(part, labels, parse))
  if (labels.size === 0) return blocks
  // What only looked like a definition, in code for one, defines nothing.
  const defined = new Set(blocks.flatMap(({ node }) => listDefined(node)))
  const known = new Map([...labels].filter(([label]) => defined.has(label)))
  return known.size === labels.size ? blocks : parts.flatMap((part) => parsePart(part, known, parse))
}

function parsePart(part: Part, labels: Map<string, string>, parse: (part: string) => ParsedPart): Block[] {
  const known = labels.size > 0 ? defineForeign(part.text, labels) : ''
  const root = parse(known + part.text)
  const children = isRoot(root) ? root.children : []
  return children
    .filter((node) => getStart(node) >= known.length)
    .map((node) => ({ node, start: part.start - known.length }))
}

function isRoot(node: ParsedPart): node is Root {
  return node.type === 'root'
}

function listDefined(node: Nodes): string[] {
  const below = 'children' in node ? node.children.flatMap(listDefined) : []
  if (node.type === 'definition') below.push(toKey(node.label ?? node.identifier))
  if (node.type === 'footnoteDefinition') below.push(toKey(`^${node.label ?? node.identifier}`))
  return below
}

function getStart(node: Nodes): number {
  return node.position?.start.offset ?? 0
}

/** The text cut at blank lines where no block goes on. */
function listParts(text: string): Part[] {
  if (text.length < MIN_PART * 2) return [{ text, start: 0 }]
  const parts: Part[] = []
  let start = 0
  for (const boundary of listBoundaries(text)) {
    if (boundary - start < MIN_PART) continue
    parts.push({ text: text.slice(start, boundary), start })
    start = boundary
  }
  return [...parts, { text: text.slice(start), start }]
}

/** Label → its definition's first line, for links and footnotes. */
function listDefinitions(text: string): Map<string, string> {
  const found = new Map<string, string>()
  if (!text.includes(']:')) return found
  for (const { text: line } of listLines(text)) {
    const [, caret = '', label = ''] = DEFINITION.exec(line) ?? []
    if (label.trim() === '') continue
    const key = toKey(caret + label)
    if (!found.has(key)) found.set(key, `[${caret}${label}]: ${caret === '' ? '/' : 'x'}`)
  }
  return found
}

/** Definitions of the labels a part uses, to be parsed before it and left out of the tree; what follows is no part of them. */
function defineForeign(part: string, labels: Map<string, string>): string {
  const used = new Set<string>()
  for (const [, label = ''] of part.matchAll(/\[([^[\]]{1,999})\]/g)) {
    const definition = labels.get(toKey(label))
    if (definition !== undefined) used.add(definition)
  }
  return used.size === 0 ? '' : `${[...used].join('\n\n')}\n\n<!---->\n\n`
}

/** Labels are compared without regard to case and white space. */
function toKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase()
}
