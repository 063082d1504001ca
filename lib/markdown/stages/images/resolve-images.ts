import type { Element } from 'hast'
import type { Transform } from '../../rendering.ts'
import { replaceElements } from '../../tree/walk-elements.ts'
import { resolveMediaUrl } from '../../urls/media-url.ts'

/**
 * Resolves every picture's address and makes it wait until it is near the screen. A picture whose address is refused
 * leaves its alternative text behind, and a note.
 */
export const resolveImages: Transform = (tree, { context, notes }) => {
  replaceElements(tree, (element) => {
    if (element.tagName !== 'img') return null
    const written = String(element.properties.src ?? '')
    const alt = String(element.properties.alt ?? '').trim()
    const src = resolveMediaUrl(written, context.sourceFile)
    if (src === null) {
      if (written !== '')
        notes.add(`A picture was left out: “${written.slice(0, 80)}” is not an address pictures may have.`)
      return [{ type: 'text', value: alt }]
    }
    element.properties = { ...listKept(element), src, alt, loading: 'lazy', decoding: 'async' }
    return null
  })
}

function listKept({ properties }: Element): Element['properties'] {
  const { width, height, title, lang, dir } = properties
  return { width, height, title, lang, dir }
}
