import type { Transform } from '../rendering.ts'
import { visitElements } from './walk-elements.ts'

const REFERENCES = ['ariaDescribedBy', 'ariaLabelledBy'] as const

/**
 * Puts `idPrefix` before every id of a text that is one of several on its page, and before what leads to them. Links to ids
 * that the text does not have lead elsewhere on the page, and stay.
 */
export const prefixIds: Transform = (tree, rendering) => {
  const { idPrefix } = rendering.context
  if (idPrefix === undefined) return
  const ids = new Set<string>()
  visitElements(tree, ({ properties }) => {
    if (typeof properties.id !== 'string') return
    ids.add(properties.id)
    properties.id = idPrefix + properties.id
  })
  visitElements(tree, ({ properties }) => {
    const { href } = properties
    if (typeof href === 'string' && href.startsWith('#') && ids.has(decodeId(href.slice(1))))
      properties.href = `#${idPrefix}${href.slice(1)}`
    for (const name of REFERENCES) {
      const value = properties[name]
      if (Array.isArray(value)) properties[name] = value.map((id) => toPrefixed(String(id)))
      else if (typeof value === 'string') Object.assign(properties, { [name]: toPrefixed(value) })
    }
  })
  rendering.headings = rendering.headings.map((heading) => ({ ...heading, id: idPrefix + heading.id }))

  function toPrefixed(id: string): string {
    return ids.has(id) ? idPrefix + id : id
  }
}

function decodeId(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
