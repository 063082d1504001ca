import type { ElementContent } from 'hast'
import { toElement, toTextNode } from './nodes.ts'

const START = /https?:\/\/(?=[^\s/])/i
const END = /[\s<>"“”«»\u3000-\u3002]/

/** Text in which each bare web address is a link: Markdown's escapes would otherwise break into it. */
export function linkBareAddresses(text: string): ElementContent[] {
  if (!text.includes('://')) return [toTextNode(text)]
  const nodes: ElementContent[] = []
  let rest = text
  for (let at = rest.search(START); at >= 0; at = rest.search(START)) {
    const length = rest.slice(at).search(END)
    const address = trimEnd(length < 0 ? rest.slice(at) : rest.slice(at, at + length))
    if (at > 0) nodes.push(toTextNode(rest.slice(0, at)))
    nodes.push(toElement('a', { href: address }, [toTextNode(address)]))
    rest = rest.slice(at + address.length)
  }
  return rest === '' ? nodes : [...nodes, toTextNode(rest)]
}

/** A full stop, a comma or a bracket that was never opened ends the sentence, not the address. */
function trimEnd(address: string): string {
  let end = address.length
  while (end > 8) {
    const last = address.charAt(end - 1)
    const isClosing = last === ')' && !address.slice(0, end).includes('(')
    if (!isClosing && !/[.,;:!?'’*_~\]]/.test(last)) break
    end -= 1
  }
  return address.slice(0, end)
}
