import type { Element } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { getLabels } from '#lib/labels/get-labels.ts'
import { createElement, type Transform } from '../rendering.ts'
import { isElement } from '../tree/element-kinds.ts'
import { replaceElements, visitElements } from '../tree/walk-elements.ts'

/** A table scrolls in a box of its own, which the keyboard can reach; its header cells say what they head. */
export const boxTables: Transform = (tree, { context }) => {
  replaceElements(tree, (table) => {
    if (table.tagName !== 'table') return null
    const caption = table.children.find((child) => isElement(child, 'caption'))
    const ariaLabel = caption === undefined ? '' : toText(caption).replace(/\s+/g, ' ').trim()
    scopeHeaders(table)
    visitElements(table, alignCell)
    dropEmptyHead(table)
    const name = ariaLabel || getLabels(context.language).table
    const box = { className: ['table'], tabIndex: 0, role: 'region', ariaLabel: name }
    return [createElement('div', box, [table])]
  })
}

/** `align`, which GFM writes and HTML has given up, as a class; what stands at the start stands there anyway. */
function alignCell(cell: Element): void {
  const { align, ...others } = cell.properties
  if (align === undefined) return
  cell.properties = others
  const className = align === 'right' ? 'align-end' : 'align-center'
  if (align !== 'left') cell.properties.className = [className]
}

/** A table of another program that has no head had to be given one. */
function dropEmptyHead(table: Element): void {
  table.children = table.children.filter((part) => !isElement(part, 'thead') || !isEmpty(part))
}
function isEmpty(part: Element): boolean {
  return (
    toText(part).trim() === '' &&
    !part.children.some((row) => isElement(row) && row.children.some(holdsElement))
  )
}
function holdsElement(cell: Element['children'][number]): boolean {
  return isElement(cell) && cell.children.some((child) => isElement(child))
}

/** In the head, and in a row of nothing but header cells, a cell heads its column; beside data it heads its row. */
function scopeHeaders(table: Element): void {
  visitElements(table, (row, holder) => {
    if (row.tagName !== 'tr') return
    const isHead = isElement(holder, 'thead') || !row.children.some((cell) => isElement(cell, 'td'))
    for (const cell of row.children) {
      // The empty corner above the names of rows heads nothing.
      if (
        isElement(cell, 'th') &&
        toText(cell).trim() === '' &&
        !cell.children.some((child) => isElement(child))
      )
        cell.tagName = 'td'
      if (isElement(cell, 'th')) cell.properties.scope ??= isHead ? 'col' : 'row'
    }
  })
}
