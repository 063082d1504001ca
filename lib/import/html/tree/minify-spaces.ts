import type { Element, ElementContent, Root, RootContent } from 'hast'

/** Elements at whose edges white space is not shown: of those that a simplified body holds. */
const BLOCKS: ReadonlySet<string> = new Set(
  `blockquote br caption col colgroup form h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
)

/** Whether white space at an edge of something is not shown. */
type Edges = { before: boolean; after: boolean }
type Boundaries = Map<Element, boolean | null>

/**
 * White space as a browser shows it, in a tree that is changed in place: runs of it become one space, and what stands at the
 * edge of a block goes. What `hast-util-minify-whitespace` makes of a simplified body, in time that grows with the tree alone:
 * that one looks, for each node, through those that follow it.
 */
export function minifySpaces(tree: Root): void {
  minifyChildren(tree, { before: true, after: true }, new Map())
}

/** @returns whether white space at the start of what follows is not shown */
function minifyChildren(parent: Element | Root, { before, after }: Edges, known: Boundaries): boolean {
  const afters = listAfters(parent.children, after, known)
  const kept: RootContent[] = []
  let isStart = before
  for (const [at, child] of parent.children.entries()) {
    const edges = { before: isStart, after: afters[at] ?? after }
    if (child.type === 'element') isStart = minifyElement(child, edges, known)
    else if (child.type === 'text') {
      child.value = collapseSpaces(child.value, edges)
      if (child.value === '') continue
      isStart = child.value.endsWith(' ')
    }
    kept.push(child)
  }
  parent.children = kept
  return isStart || after
}

function minifyElement(element: Element, edges: Edges, known: Boundaries): boolean {
  if (element.tagName === 'img') return false
  if (element.tagName === 'pre') return true
  return minifyChildren(element, isBlock(element) ? { before: true, after: true } : edges, known)
}

function collapseSpaces(text: string, { before, after }: Edges): string {
  const value = /[\t\n\v\f\r]| {2}/.test(text) ? text.replace(/[\t\n\v\f\r ]+/g, ' ') : text
  const start = before && value.startsWith(' ') ? 1 : 0
  const end = after && value.length > start && value.endsWith(' ') ? value.length - 1 : value.length
  return value.slice(start, end)
}

/** For each node, whether white space at its end is not shown, by what follows it. */
function listAfters(nodes: readonly RootContent[], after: boolean, known: Boundaries): boolean[] {
  const afters = Array.from({ length: nodes.length }, () => after)
  let next = after
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    afters[at] = next
    next = findBoundary(nodes[at], known) ?? next
  }
  return afters
}

/** Whether a node begins with an edge, at which space before it is not shown, or with what is shown; null: with neither. */
function findBoundary(node: RootContent | undefined, known: Boundaries): boolean | null {
  if (node?.type !== 'text' && node?.type !== 'element') return null
  if (node.type === 'text') return /[^ \t\n\f\r]/.test(node.value) ? false : null
  if (node.tagName === 'img') return false
  if (isBlock(node)) return true
  const remembered = known.get(node)
  if (remembered !== undefined) return remembered
  const boundary = findFirst(node.children, known)
  known.set(node, boundary)
  return boundary
}

function findFirst(nodes: readonly ElementContent[], known: Boundaries): boolean | null {
  for (const node of nodes) {
    const boundary = findBoundary(node, known)
    if (boundary !== null) return boundary
  }
  return null
}

function isBlock({ tagName }: Element): boolean {
  return BLOCKS.has(tagName)
}
