import type { Element, Text } from 'hast'
import type { Rendering, Transform } from './rendering.ts'
import { visitElements } from './tree/walk-elements.ts'

const LABEL = /^\[([^[\]]{0,200})\]/

/**
 * `[the plan][plan]` whose label is defined nowhere is left as text by Markdown: it shows its words, as a link would.
 * `matrix[i][j]`, with a letter before it, is no link.
 */
export const showLostLabels: Transform = (tree, rendering) => {
  visitElements(tree, (element) => {
    if (element.tagName !== 'code' && element.tagName !== 'pre') dropLabels(element, rendering)
  })
}

type Opening = { text: Text; at: number }

function dropLabels(holder: Element, rendering: Rendering): void {
  const open: Opening[] = []
  for (const child of holder.children) {
    if (child.type !== 'text') continue
    for (let at = 0; at < child.value.length; at += 1) {
      const character = child.value.charAt(at)
      if (character === '[') open.push({ text: child, at })
      if (character !== ']') continue
      const opening = open.pop()
      const [written, label] = LABEL.exec(child.value.slice(at + 1, at + 203)) ?? []
      if (opening === undefined || written === undefined || !canBegin(opening)) continue
      child.value = child.value.slice(0, at) + child.value.slice(at + 1 + written.length)
      const isPicture = opening.text.value.charAt(opening.at - 1) === '!'
      const start = opening.at - (isPicture ? 1 : 0)
      opening.text.value = opening.text.value.slice(0, start) + opening.text.value.slice(opening.at + 1)
      at -= opening.text === child ? (isPicture ? 3 : 2) : 1
      noteLabel(label === '' ? null : (label ?? null), rendering)
    }
  }
}

function canBegin({ text, at }: Opening): boolean {
  return !/[\p{L}\p{N}\])]/u.test(text.value.charAt(at - 1)) && text.value.charAt(at + 1) !== '^'
}

function noteLabel(label: string | null, { notes }: Rendering): void {
  const name = label === null ? 'one of its labels' : `the label “${label}”`
  notes.add(`A link shows its words alone: ${name} is defined nowhere.`)
}
