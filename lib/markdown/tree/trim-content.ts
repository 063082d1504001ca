import type { ElementContent } from 'hast'

/** Content without the white space at its edges. Texts are copied, not changed. */
export function trimContent(children: ElementContent[]): ElementContent[] {
  const trimmed = [...children]
  const first = trimmed[0]
  if (first?.type === 'text') trimmed[0] = { type: 'text', value: first.value.trimStart() }
  const last = trimmed.at(-1)
  if (last?.type === 'text') trimmed[trimmed.length - 1] = { type: 'text', value: last.value.trimEnd() }
  return trimmed.filter((child) => child.type !== 'text' || child.value !== '')
}
