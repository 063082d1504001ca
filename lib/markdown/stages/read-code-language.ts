import type { Element } from 'hast'
import type { Transform } from '../rendering.ts'
import { isElement } from '../tree/element-kinds.ts'
import { visitElements } from '../tree/walk-elements.ts'

/** `:::python` and `#!python`, with what Python-Markdown may be told behind them; a path is a program's own first line. */
const LANGUAGE = /^(?::{2,3}|#!)[ \t]?([A-Za-z][\w+#-]{0,30})([ \t][^\n]{0,100})?\n/

/** The first line of a block of code that names its language, as Python-Markdown and Pelican read it, is no part of it. */
export const readCodeLanguage: Transform = (tree) => {
  visitElements(tree, (element) => {
    const [code] = element.children
    if (element.tagName === 'pre' && isElement(code, 'code') && code.properties.className === undefined)
      takeLanguage(code)
  })
}

function takeLanguage(code: Element): void {
  const [text] = code.children
  const found = text?.type === 'text' ? LANGUAGE.exec(text.value) : null
  const [line, language, options = ''] = found ?? []
  if (text?.type !== 'text' || line === undefined || !/^\s*(?:hl_lines=|$)/.test(options)) return
  code.properties.className = [`language-${language}`]
  text.value = text.value.slice(line.length)
}
