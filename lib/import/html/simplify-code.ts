import type { Element, ElementContent } from 'hast'
import type { Simplifier } from './conversion.ts'
import { groupParagraphs } from './group-paragraphs.ts'
import { findAll, getProperty, hasClass, isElement, toElement, toTextNode } from './nodes.ts'

export const simplifyPre: Simplifier = (element, conversion) => {
  if (hasClass(element, 'wp-block-verse')) {
    return groupParagraphs(conversion.simplifyAll(element.children, conversion), 'paragraphs')
  }
  const language = toLanguage(element)
  const text = findText(element)
  const code = toElement('code', language === '' ? {} : { className: [`language-${language}`] }, [
    toTextNode(text),
  ])
  return [toElement('pre', {}, [code])]
}

/** `language-js`, `lang-js`, SyntaxHighlighter's `brush: js`, Medium's `data-code-block-lang`. */
function toLanguage(pre: Element): string {
  const holders = [pre, ...findAll(pre, ({ tagName }) => tagName === 'code')]
  const words = holders.map(
    (element) => `${getProperty(element, 'className')} ${getProperty(element, 'dataCodeBlockLang')}`,
  )
  const all = words.join(' ').trim()
  const marked = /(?:language-|lang-|brush: ?)([\w+#-]{1,30})/.exec(all)?.[1]
  const given = getProperty(pre, 'dataCodeBlockLang')
  return marked ?? (/^[\w+#-]{1,30}$/.test(given) ? given : '')
}

function findText(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (!isElement(node)) return ''
  return node.tagName === 'br' ? '\n' : node.children.map(findText).join('')
}

/** Code of nothing but spaces would be marks that go on. */
export const simplifyCode: Simplifier = (element) => {
  const text = findText(element)
  return text.trim() === '' ? [toTextNode(text)] : [toElement('code', {}, [toTextNode(text)])]
}
