import type { Element, ElementContent, Root } from 'hast'
import { findAll, getProperty, hasClass, isElement, OWN, toElement, visit } from './nodes.ts'

/** The text of each footnote that stands in a text, by the id its mark leads to, in their order. */
export type Footnotes = Map<string, ElementContent[]>

/**
 * Takes Substack's footnotes out of a text: each mark becomes one of ours, and the notes are returned for the text's end.
 */
export function takeFootnotes(tree: Root): Footnotes {
  const notes: Footnotes = new Map()
  for (const box of findAll(tree, isNote)) {
    const [number] = findAll(box, (element) => hasClass(element, 'footnote-number'))
    const [content] = findAll(box, (element) => hasClass(element, 'footnote-content'))
    const id = number === undefined ? '' : getProperty(number, 'id')
    if (id === '' || content === undefined) continue
    notes.set(id, content.children)
    box.tagName = 'template'
  }
  visit(tree, (element) => {
    const id = getProperty(element, 'href').slice(1)
    if (!hasClass(element, 'footnote-anchor') || !notes.has(id)) return true
    element.tagName = 'sup'
    element.properties = { dataFn: id }
    return false
  })
  return notes
}

/** Footnotes as elements of ours, for the end of the text. */
export function toFootnoteTexts(notes: Iterable<[string, ElementContent[]]>): Element[] {
  return Array.from(notes, ([label, children]) => toElement(OWN.footnoteText, { label }, children))
}

function isNote(element: Element): boolean {
  return hasClass(element, 'footnote') && element.children.some((child) => isElement(child))
}
