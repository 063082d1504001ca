import type { Element, ElementContent } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { renderTex } from '../late-packages.ts'
import type { Rendering, Transform } from '../rendering.ts'
import { isElement } from '../tree/element-kinds.ts'
import { replaceElements } from '../tree/walk-elements.ts'

const MATH = 'language-math'

const ELEMENTS = new Set(
  'math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd menclose semantics'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(
  'accent accentunder columnalign columnlines columnspacing columnspan depth display displaystyle fence form height largeop linebreak linethickness lspace mathvariant maxsize minsize movablelimits notation rowlines rowspacing rowspan rspace scriptlevel separator stretchy symmetric voffset width'.split(
    ' ',
  ),
)

const parser = unified().use(rehypeParse, { fragment: true }).freeze()

/** Formulas, which are code so far, as MathML: browsers draw it without a script. One that cannot be read stays code. */
export const showMath: Transform = (tree, rendering) => {
  replaceElements(tree, (element, holder) => {
    if (element.tagName === 'code' && isMath(element))
      return render(element, isElement(holder, 'pre'), rendering)
    const [only, ...others] = element.children
    return element.tagName === 'pre' && isElement(only, 'math') && others.length === 0 ? [only] : null
  })
}

function isMath({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes(MATH)
}

function render(code: Element, isBlock: boolean, { notes }: Rendering): Element[] | null {
  const tex = toText(code).trim()
  try {
    const [math] = keepMath(
      parser.parse(renderTex(tex, isBlock)).children.filter((node) => node.type === 'element'),
    )
    return math?.type === 'element' && math.tagName === 'math' ? [math] : null
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    notes.add(`A formula is shown as it is written: ${reason.slice(0, 120)} (“${tex.slice(0, 40)}”).`)
    return null
  }
}

/** Nothing but MathML, without styles and addresses. */
function keepMath(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [child]
    if (child.type !== 'element' || !ELEMENTS.has(child.tagName)) return []
    const properties = Object.fromEntries(
      Object.entries(child.properties).filter(([name]) => ATTRIBUTES.has(name.toLowerCase())),
    )
    return [{ ...child, properties, children: keepMath(child.children) }]
  })
}
