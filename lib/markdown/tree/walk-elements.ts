import type { Element, ElementContent, Root } from 'hast'

/** What holds elements. */
export type Holder = Root | Element

/**
 * Calls `visit` with every element, outer ones first. (unist-util-visit does more and takes eight times as long, which
 * a dozen stages for each text would feel.)
 */
export function visitElements(
  holder: Holder,
  visit: (element: Element, holder: Holder, index: number) => void,
): void {
  for (let index = 0; index < holder.children.length; index += 1) {
    const child = holder.children[index]
    if (child?.type !== 'element') continue
    visit(child, holder, index)
    visitElements(child, visit)
  }
}

/**
 * Asks `replace` about every element, inner ones first. An array takes the element's place ([] removes it,
 * `element.children` unwraps it); null keeps it.
 */
export function replaceElements(
  holder: Holder,
  replace: (element: Element, holder: Holder) => ElementContent[] | null,
): void {
  for (let index = 0; index < holder.children.length; index += 1) {
    const child = holder.children[index]
    if (child?.type !== 'element') continue
    replaceElements(child, replace)
    const replacement = replace(child, holder)
    if (replacement === null) continue
    holder.children.splice(index, 1, ...replacement)
    index += replacement.length - 1
  }
}
