import { slug } from 'github-slugger'
import type { Element, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { trimEndOf } from '#lib/text/trim.ts'
import type { Heading, Transform } from '../rendering.ts'
import { type Holder, visitElements } from '../tree/walk-elements.ts'

/** Ids the page around a text may use, and must find its own elements by. */
const PAGE_IDS = [
  ...[
    'main',
    'content',
    'article',
    'header',
    'footer',
    'nav',
    'menu',
    'navigation',
    'search',
    'q',
    'top',
    'skip',
  ],
  ...[
    'headline',
    'byline',
    'standfirst',
    'related',
    'contents',
    'toc',
    'tags',
    'sections',
    'theme',
    'newsletter',
  ],
  ...['__next', 'root', 'app', 'body', 'page', 'title', 'footnote-label'],
]

const ALLOWED_ID = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.:-]{0,199}$/u

/**
 * Gives every heading an id made from its words, and sees that no id occurs twice. Ids a writer chose are kept as
 * written and come first, so that a heading added elsewhere never moves them. Fills in `rendering.headings`.
 */
export const keepIdsApart: Transform = (tree, rendering) => {
  const taken = new Map(PAGE_IDS.map((id) => [id, 1]))
  claimWrittenIds(tree, taken)
  visitElements(tree, (element, holder) => {
    const level = readLevel(element)
    if (level === null || isFootnoteHeading(element, holder)) return
    const text = toText(element).replace(/\s+/g, ' ').trim()
    const id =
      element.properties.id ?? claimId(trimEndOf(slug(text), /-/).replace(/^-+/, '') || 'section', taken)
    element.properties.id = id
    rendering.headings.push({ id: String(id), text, level })
  })
}

function claimWrittenIds(tree: Root, taken: Map<string, number>): void {
  visitElements(tree, (element, holder) => {
    const { id } = element.properties
    if (id === undefined || isFootnoteHeading(element, holder)) return
    if (typeof id === 'string' && ALLOWED_ID.test(id)) element.properties.id = claimId(id, taken)
    else delete element.properties.id
  })
}

function isFootnoteHeading(element: Element, holder: Holder): boolean {
  const inFootnotes = holder.type === 'element' && holder.properties.dataFootnotes !== undefined
  return inFootnotes && element.properties.id === 'footnote-label'
}

/** `taken` holds how often an id was wanted, so that ten thousand headings of one name cost one pass. */
function claimId(wanted: string, taken: Map<string, number>): string {
  let count = taken.get(wanted) ?? 0
  let id = count === 0 ? wanted : `${wanted}-${count}`
  while (count > 0 && taken.has(id)) {
    count += 1
    id = `${wanted}-${count}`
  }
  taken.set(wanted, count + 1)
  if (id !== wanted) taken.set(id, 1)
  return id
}

function readLevel({ tagName }: Element): Heading['level'] | null {
  const levels = { h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 } as const
  return Object.entries(levels).find(([name]) => name === tagName)?.[1] ?? null
}
