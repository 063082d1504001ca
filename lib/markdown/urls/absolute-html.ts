import type { Element, Text } from 'hast'
import rehypeParse from 'rehype-parse'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { replaceElements, visitElements } from '../tree/walk-elements.ts'

const ADDRESSES = ['href', 'src', 'poster', 'cite'] as const
const html = unified().use(rehypeParse, { fragment: true }).use(rehypeStringify).freeze()

/**
 * HTML of a page → the same for a reader elsewhere: every address is whole, those within the page lead to it, and a
 * picture that is not here yet is its words, as a frame drawn by the page's styles would be nothing.
 */
export function toAbsoluteHtml(text: string, pageUrl: string): string {
  const tree = html.parse(text)
  replaceElements(tree, (element) => (isFrame(element) ? listWords(element) : null))
  visitElements(tree, (element) => completeAddresses(element, pageUrl))
  return html.stringify(tree)
}

function isFrame({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('picture-awaited')
}

function listWords({ properties: { ariaLabel } }: Element): Text[] {
  return typeof ariaLabel === 'string' ? [{ type: 'text', value: ariaLabel }] : []
}

function completeAddresses({ properties }: Element, pageUrl: string): void {
  for (const name of ADDRESSES) {
    const written = properties[name]
    if (typeof written === 'string') properties[name] = complete(written, pageUrl)
  }
  const { srcSet } = properties
  if (typeof srcSet !== 'string') return
  properties.srcSet = srcSet
    .split(/,\s+/)
    .map((one) => completeCandidate(one, pageUrl))
    .join(', ')
}

/** `/media/x.jpg 640w` */
function completeCandidate(candidate: string, pageUrl: string): string {
  const [address = '', ...descriptors] = candidate.trim().split(/\s+/)
  return [complete(address, pageUrl), ...descriptors].join(' ')
}

function complete(address: string, pageUrl: string): string {
  return URL.parse(address, pageUrl)?.href ?? address
}
