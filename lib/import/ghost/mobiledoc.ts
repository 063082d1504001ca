import { escapeHtml } from '../html/escape.ts'
import { type Card, isPayload, renderCard } from './cards.ts'

const TAGS = /^(?:a|b|strong|i|em|s|del|u|code|sub|sup|mark|p|h[1-6]|blockquote|aside|pull-quote|ul|ol)$/

type List = readonly unknown[]
type Mobiledoc = { atoms: List; cards: List; markups: List; sections: List }

/**
 * Ghost's older document, Mobiledoc (JSON) → HTML.
 *
 * @see https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md
 * @throws {SyntaxError} when it is no JSON, or no Mobiledoc
 */
export function renderMobiledoc(json: string, notes: Set<string>): string {
  const document: unknown = JSON.parse(json)
  if (!isPayload(document) || !Array.isArray(document.sections))
    throw new SyntaxError('the Mobiledoc has no sections')
  const mobiledoc: Mobiledoc = {
    atoms: toList(document.atoms),
    cards: toList(document.cards),
    markups: toList(document.markups),
    sections: document.sections,
  }
  return mobiledoc.sections.map((section) => renderSection(toList(section), mobiledoc, notes)).join('\n')
}

function renderSection([type, second, third]: List, mobiledoc: Mobiledoc, notes: Set<string>): string {
  const tag = toTag(second)
  if (type === 1) return wrap(tag, renderMarkers(toList(third), mobiledoc))
  if (type === 2 && typeof second === 'string') return `<img src="${escapeHtml(second)}" alt="">`
  if (type === 3) {
    const items = toList(third).map((markers) => wrap('li', renderMarkers(toList(markers), mobiledoc)))
    return wrap(tag, items.join(''))
  }
  if (type === 10) return tell(getCard(mobiledoc.cards[Number(second)]), notes)
  notes.add(`a part of a kind nobody knows was left out: section ${String(type)}`)
  return ''
}

function renderMarkers(markers: List, { markups, atoms }: Mobiledoc): string {
  const open: string[] = []
  const parts = markers.flatMap((marker): string[] => {
    const [type, opened, closed, value] = toList(marker)
    const starts = toList(opened).map((index) => startMarkup(toList(markups[Number(index)]), open))
    const text = type === 1 ? renderAtom(toList(atoms[Number(value)])) : escapeHtml(String(value ?? ''))
    const ends = open.splice(Math.max(0, open.length - Number(closed ?? 0))).reverse()
    return [...starts, text, ...ends.map((tag) => `</${tag}>`)]
  })
  return [...parts, ...open.reverse().map((tag) => `</${tag}>`)].join('')
}

function startMarkup([name, attributes]: List, open: string[]): string {
  const tag = toTag(name)
  open.push(tag)
  const given = toList(attributes)
  const at = given.indexOf('href')
  return at < 0 ? `<${tag}>` : `<${tag} href="${escapeHtml(String(given[at + 1] ?? ''))}">`
}

function renderAtom([name, text]: List): string {
  return name === 'soft-return' ? '<br>' : escapeHtml(String(text ?? ''))
}

function getCard(written: unknown): Card {
  const [name, payload] = toList(written)
  const card = renderCard(String(name), isPayload(payload) ? payload : {})
  return card ?? { html: '', note: `a part of a kind nobody knows was left out: ${String(name)}` }
}

function tell({ html, note }: Card, notes: Set<string>): string {
  if (note !== null) notes.add(note)
  return html
}

function toTag(name: unknown): string {
  const tag = String(name).toLowerCase()
  if (tag === 'pull-quote' || tag === 'aside') return 'blockquote'
  return TAGS.test(tag) ? tag : 'p'
}

function wrap(tag: string, html: string): string {
  return `<${tag}>${html}</${tag}>`
}

function toList(value: unknown): List {
  return Array.isArray(value) ? value : []
}
