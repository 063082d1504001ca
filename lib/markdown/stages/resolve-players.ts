import type { Element } from 'hast'
import { createElement, type Rendering, type Transform } from '../rendering.ts'
import { isElement } from '../tree/element-kinds.ts'
import { replaceElements } from '../tree/walk-elements.ts'
import { resolveMediaUrl } from '../urls/media-url.ts'

/** Film and sound: the reader starts them, nothing loads before that, and the address is one media may have. */
export const resolvePlayers: Transform = (tree, rendering) => {
  replaceElements(tree, (element) => {
    if (element.tagName !== 'video' && element.tagName !== 'audio') return null
    const src = resolveSource(element.properties.src, rendering)
    const poster = resolveSource(element.properties.poster, rendering)
    element.children = element.children.filter((child) => keepChild(child, rendering))
    if (src === null && !element.children.some((child) => isElement(child, 'source'))) {
      rendering.notes.add(`A <${element.tagName}> was left out: it has no address media may have.`)
      return element.children.filter((child) => !isElement(child, 'track'))
    }
    const { width, height, title, lang } = element.properties
    const kept = createElement('video', { src, poster }, []).properties
    element.properties = { ...kept, width, height, title, lang, controls: true, preload: 'none' }
    return null
  })
}

function keepChild(child: Element['children'][number], rendering: Rendering): boolean {
  if (!isElement(child, 'source', 'track')) return true
  const src = resolveSource(child.properties.src, rendering)
  if (src !== null) child.properties.src = src
  return src !== null
}

function resolveSource(written: unknown, { context, notes }: Rendering): string | null {
  if (typeof written !== 'string' || written.trim().toLowerCase().startsWith('data:')) return null
  const url = resolveMediaUrl(written, context.sourceFile)
  if (url?.startsWith('/media/') && context.hasFile?.(url) === false)
    notes.add(`A film or a sound is not there: “${url.slice(0, 80)}”.`)
  return url
}
