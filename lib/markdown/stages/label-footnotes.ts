import type { Element } from 'hast'
import { trimEndOf } from '#lib/text/trim.ts'
import type { Transform } from '../rendering.ts'
import { isElement } from '../tree/element-kinds.ts'
import { visitElements } from '../tree/walk-elements.ts'

type FootnoteWords = { heading: string; back: (reference: string) => string }

const ENGLISH: FootnoteWords = { heading: 'Footnotes', back: (reference) => `Back to reference ${reference}` }

const WORDS_BY_LANGUAGE = new Map<string, FootnoteWords>([
  ['en', ENGLISH],
  ['fr', { heading: 'Notes', back: (reference) => `Retour à l’appel de note ${reference}` }],
  ['de', { heading: 'Fußnoten', back: (reference) => `Zurück zum Verweis ${reference}` }],
  ['es', { heading: 'Notas', back: (reference) => `Volver a la referencia ${reference}` }],
  ['ar', { heading: 'الحواشي', back: (reference) => `العودة إلى المرجع ${reference}` }],
  ['he', { heading: 'הערות שוליים', back: (reference) => `חזרה להפניה ${reference}` }],
  ['ja', { heading: '脚注', back: (reference) => `参照元 ${reference} に戻る` }],
  ['zh', { heading: '脚注', back: (reference) => `返回引用 ${reference}` }],
])

const PREFIX = 'user-content-'

/**
 * Puts the words around footnotes into the text's language, and takes the `user-content-` off their ids, which
 * remark-html gives no choice about: `fn-1`, `fnref-1`.
 */
export const labelFootnotes: Transform = (tree, { context }) => {
  const words = WORDS_BY_LANGUAGE.get(context.language.toLowerCase().split('-')[0] ?? '') ?? ENGLISH
  visitElements(tree, (element) => {
    const { properties } = element
    if (element.tagName === 'section' && properties.dataFootnotes !== undefined) setHeading(element, words)
    if (typeof properties.id === 'string' && isFootnoteId(properties.id)) {
      properties.id = decodeId(properties.id.slice(PREFIX.length))
    }
    if (typeof properties.href === 'string' && isFootnoteId(properties.href.slice(1))) {
      properties.href = `#${properties.href.slice(1 + PREFIX.length)}`
    }
    if (properties.dataFootnoteBackref !== undefined) setBackLabel(element, words)
  })
}

function isFootnoteId(id: string): boolean {
  return id.startsWith(`${PREFIX}fn-`) || id.startsWith(`${PREFIX}fnref-`)
}

/** The target of `#fn-caf%C3%A9` is the id `fn-café`. */
function decodeId(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

function setHeading(section: Element, words: FootnoteWords): void {
  const heading = section.children.find((node) => isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'))
  if (!isElement(heading)) return
  heading.tagName = 'h2'
  heading.properties = { id: 'footnote-label' }
  heading.children = [{ type: 'text', value: words.heading }]
}

/** remark-html's own label ends in the reference's number: `Back to reference 1-2`. */
function setBackLabel(link: Element, words: FootnoteWords): void {
  const label = String(link.properties.ariaLabel ?? '')
  const reference = label.slice(trimEndOf(label, /[\d-]/).length)
  link.properties.ariaLabel = words.back(reference).trim()
}
