import type { Element, Text } from 'hast'
import type { Transform } from '../rendering.ts'
import { type AttributeList, findClosingList, parseAttributeList } from '../tree/attribute-list.ts'
import { isElement } from '../tree/element-kinds.ts'
import { type Holder, visitElements } from '../tree/walk-elements.ts'

/** Characters of a list behind a picture or a link. */
const MAX_LIST = 300

/** Kramdown's `{: #id .class key="value"}` and `{:toc}`, anywhere in text. */
const KRAMDOWN_LIST = /\{:([^{}\n]{0,300})\}/g

/**
 * Honours the ids writers give headings and drops the attribute lists around them: `## Tides {#tides .wide}`, Kramdown's
 * `{: #tides}` behind a heading or on the line below it. Classes and other keys have no meaning here.
 */
export const applyAttributes: Transform = (tree) => {
  visitElements(tree, (element, holder, index) => {
    dropEmptyClass(element)
    if (element.tagName === 'pre' || element.tagName === 'code') return
    if (/^h[1-6]$/.test(element.tagName)) readHeadingSuffix(element)
    if (element.tagName === 'p') readListBelow(element, holder, index)
    readInlineLists(element)
    for (const child of element.children) if (child.type === 'text') dropLists(child, element)
    if (HOLDERS.has(element.tagName)) dropOuterLists(element)
  })
}

/** `![…](…){ width="400" }`: of a picture its size counts, and nothing of a link. */
function readInlineLists({ children }: Element): void {
  for (const [at, child] of children.entries()) {
    const before = children[at - 1]
    if (
      child.type !== 'text' ||
      !child.value.startsWith('{') ||
      !isElement(before, 'img', 'a', 'em', 'strong', 'code', 'mark')
    )
      continue
    const end = child.value.slice(0, MAX_LIST).indexOf('}')
    const list = end === -1 ? null : parseAttributeList(child.value.slice(1, end).replace(/^:/, ''))
    if (list === null) continue
    child.value = child.value.slice(end + 1)
    if (before.tagName !== 'img') continue
    for (const name of ['width', 'height'] as const) {
      const size = /^(\d{1,5})(?:px)?$/.exec(list.pairs.get(name) ?? '')?.[1]
      if (size !== undefined) before.properties[name] = size
    }
  }
}

/** What the allow-list leaves of a class it does not allow. */
function dropEmptyClass({ properties }: Element): void {
  if (Array.isArray(properties.className) && properties.className.length === 0) delete properties.className
}

/** Behind the heading's words, where a picture or link may still follow. */
function readHeadingSuffix(heading: Element): void {
  for (const child of heading.children) {
    const found = child.type === 'text' ? findClosingList(child.value) : null
    if (child.type !== 'text' || found === null) continue
    child.value = child.value.slice(0, found.at).replace(/[ \t]#{1,6}$/, '')
    if (found.list.id !== null) heading.properties.id = found.list.id
  }
}

/** A paragraph that is nothing but a list belongs to the heading above it. */
function readListBelow(paragraph: Element, holder: Holder, index: number): void {
  const [only, ...others] = paragraph.children
  const match =
    only?.type === 'text' && others.length === 0 ? /^\{(:?)([^{}]*)\}$/.exec(only.value.trim()) : null
  if (match === null || (match[1] === '' && parseAttributeList(match[2] ?? '') === null)) return
  const above = holder.children.slice(0, index).findLast((node) => node.type === 'element')
  if (isElement(above, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')) giveId(above, match[2] ?? '')
  paragraph.children = []
}

/** What may end with a list of its own, as markdown-it, Pandoc and Python-Markdown read it: `A paragraph. {.small}`. */
const HOLDERS = new Set(['p', 'li', 'td', 'th', 'dd', 'figcaption'])

/** A list at the end of a block, or on a line of its own before or behind it: none of it has a meaning here. */
function dropOuterLists({ children }: Element): void {
  const first = children[0]
  const last = children.at(-1)
  if (last?.type === 'text') {
    const found = findClosingList(last.value)
    const before = last.value.slice(0, last.value.lastIndexOf('{'))
    const isAlone = before.trimEnd() === '' || before.slice(before.trimEnd().length).includes('\n')
    if (found !== null && (isAlone || namesSomething(found.list))) last.value = last.value.slice(0, found.at)
  }
  if (first?.type !== 'text' || !first.value.trimStart().startsWith('{')) return
  const [, inner, rest] = OPENING_LIST.exec(first.value) ?? []
  const list = inner === undefined ? null : parseAttributeList(inner)
  if (list !== null && rest !== undefined && (rest.startsWith('\n') || namesSomething(list)))
    first.value = rest.trimStart()
}

const OPENING_LIST = /^\s*\{:?([^{}\n]{1,300})\}([\n \t][\s\S]*)$/

function namesSomething({ id, classes }: AttributeList): boolean {
  return id !== null || classes.length > 0
}

function dropLists(text: Text, owner: Element): void {
  if (!text.value.includes('{:')) return
  let kept = ''
  let done = 0
  for (const { index, 0: written, 1: list = '' } of text.value.matchAll(KRAMDOWN_LIST)) {
    if (/^h[1-6]$/.test(owner.tagName)) giveId(owner, list)
    kept += text.value.slice(done, index).trimEnd()
    done = index + written.length
  }
  text.value = kept + text.value.slice(done)
}

function giveId(heading: Element, list: string): void {
  const id = /#([^\s{}#.]+)/.exec(list)?.[1]
  if (id !== undefined) heading.properties.id = id
}
