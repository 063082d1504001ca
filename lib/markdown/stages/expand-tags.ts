import type { Element, ElementContent, Parents, Properties, RootContent } from 'hast'
import type { Rendering, Transform } from '../rendering.ts'
import { renderTag, renderTagUrl } from '../template-tags/render-tag.ts'
import { replaceItems } from '../tree/replace-items.ts'

/**
 * Puts in each marker's place what its tag stands for: in code the tag as written, in an attribute a URL or nothing,
 * in text what `renderTag` makes of it. Runs before sanitising: what a tag makes is judged like any HTML.
 */
export const expandTags: Transform = (tree, rendering) => {
  if (rendering.tags.length > 0) expandChildren(tree, rendering, false)
}

function expandChildren(parent: Parents, rendering: Rendering, inCode: boolean): void {
  const children: RootContent[] = parent.children
  const expanded = children.flatMap((child): RootContent[] => {
    if (rendering.isCut) return []
    if (child.type === 'text') return expandText(child.value, rendering, inCode)
    if (child.type === 'element') expandElement(child, rendering, inCode)
    return [child]
  })
  replaceItems(children, expanded)
}

function expandElement(element: Element, rendering: Rendering, inCode: boolean): void {
  element.properties = expandProperties(element.properties, rendering)
  expandChildren(element, rendering, inCode || element.tagName === 'code' || element.tagName === 'pre')
}

function expandText(text: string, rendering: Rendering, inCode: boolean): ElementContent[] {
  const content: ElementContent[] = []
  let done = 0
  for (const match of text.matchAll(rendering.marker)) {
    const tag = rendering.tags[Number(match[1])]
    const { before = false, after = false } = (inCode && tag?.padding) || {}
    content.push({ type: 'text', value: text.slice(done, Math.max(done, match.index - (before ? 1 : 0))) })
    done = match.index + match[0].length + (after ? 1 : 0)
    if (tag === undefined || tag.kind === 'steering') continue
    if (tag.kind === 'cut' && !inCode) {
      rendering.isCut = true
      rendering.notes.add('The rest of the text is hidden: a comment begins with <!-- and --> never ends it.')
      return content.filter((node) => node.type !== 'text' || node.value !== '')
    }
    const asWritten = inCode || tag.kind !== undefined
    content.push(...(asWritten ? [{ type: 'text' as const, value: tag.raw }] : renderTag(tag, rendering)))
  }
  content.push({ type: 'text', value: text.slice(done) })
  return content.filter((node) => node.type !== 'text' || node.value !== '')
}

function expandProperties(properties: Properties, rendering: Rendering): Properties {
  const entries = Object.entries(properties).map(([name, value]): [string, Properties[string]] => {
    if (Array.isArray(value)) return [name, value.map((item) => expandValue(name, item, rendering))]
    return [name, expandValue(name, value, rendering)]
  })
  return Object.fromEntries(entries)
}

function expandValue<Value>(name: string, value: Value, rendering: Rendering): Value | string {
  if (typeof value !== 'string') return value
  const isUrl = name === 'href' || name === 'src'
  return value.replace(rendering.marker, (_, index: string) => {
    const tag = rendering.tags[Number(index)]
    if (tag?.kind === 'text') return tag.raw
    return tag !== undefined && isUrl ? renderTagUrl(tag, rendering) : ''
  })
}
