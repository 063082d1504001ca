import { createElement, type Transform } from '../rendering.ts'
import { isElement, isPhrasing } from '../tree/element-kinds.ts'
import { visitElements } from '../tree/walk-elements.ts'

/** A task's words become the label of its box, so that a screen reader says what is done. */
export const labelTasks: Transform = (tree) => {
  visitElements(tree, (element) => {
    if (!isElement(element, 'li', 'p') || !isElement(element.children[0], 'input')) return
    const end = element.children.findIndex((child) => !isPhrasing(child))
    const line = element.children.splice(0, end < 0 ? element.children.length : end)
    element.children.unshift(createElement('label', {}, line))
  })
}
