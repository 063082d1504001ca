import type { Element } from 'hast'
import { trimEndOf } from '#lib/format/trim.ts'
import { isElement } from './element-kinds.ts'
import type { Transform } from './rendering.ts'
import { visitElements } from './walk-elements.ts'

type Words = { heading: string; back: (reference: string) => string }

const english: Words = { heading: 'Footnotes', back: (reference) => `Back to reference ${reference}` }

const wordsByLanguage = new Map<string, Words>([
  ['en', english],
  ['fr', { heading: 'Notes', back: (reference) => `Retour à l’appel de note ${reference}` }],
  ['de', { heading: 'Fußnoten', back: (reference) => `Zurück zum Verweis ${reference}` }],
  ['es', { heading: 'Notas', back: (reference) => `Volver a la referencia ${reference}` }],
  ['ar', { heading: 'الحواشي', back: (reference) => `العودة إلى المرجع ${reference}` }],
  ['he', { heading: 'הערות שוליים', back: (reference) => `חזרה להפניה ${reference}` }],
  ['ja', { heading: '脚注', back: (reference) => `参照元 ${reference} に戻る` }],
  ['zh', { heading: '脚注', back: (reference) => `返回引用 ${reference}` }],
])

const prefix = 'user-content-'

/**
 * Puts the words around footnotes into the text's language, and takes the `user-content-` off their ids, which
 * remark-html gives no choice about: `fn-1`, `fnref-1`.
 */
export const labelFootnotes: Transform = (tree, { context }) => {
  const words = wordsByLanguage.get(context.language.toLowerCase().split('-')[0] ?? '') ?? english
  visitElements(tree, (element) => {
    const { properties } = element
    if (element.tagName === 'section' && properties.dataFootnotes !== undefined) setHeading(element, words)
    if (typeof properties.id === 'string' && isFootnoteId(properties.id)) {
      properties.id = decodeId(properties.id.slice(prefix.length))
    }
    if (typeof properties.href === 'string' && isFootnoteId(properties.href.slice(1))) {
      properties.href = `#${properties.href.slice(1 + prefix.length)}`
    }
    if (properties.dataFootnoteBackref !== undefined) setBackLabel(element, words)
  })
}

function isFootnoteId(id: string): boolean {
  return id.startsWith(`${prefix}fn-`) || id.startsWith(`${prefix}fnref-`)
}

/** The target of `#fn-caf%C3%A9` is the id `fn-café`. */
function decodeId(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

function setHeading(section: Element, words: Words): void {
  const heading = section.children.find((node) => isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'))
  if (!isElement(heading)) return
  heading.tagName = 'h2'
  heading.properties = { id: 'footnote-label' }
  heading.children = [{ type: 'text', value: words.heading }]
}

/** remark-html's own label ends in the reference's number: `Back to reference 1-2`. */
function setBackLabel(link: Element, words: Words): void {
  const label = String(link.properties.ariaLabel ?? '')
  const reference = label.slice(trimEndOf(label, /[\d-]/).length)
  link.properties.ariaLabel = words.back(reference).trim()
}
