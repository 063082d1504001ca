import { Parser } from 'htmlparser2'
import { isEmptyPlaceholder } from '../../next/markers.ts'

type Span = { start: number; end: number }

/** An element with its place in the text; `inner` is what stands between its tags. */
export type OutlineElement = Span & { name: string; attributes: Record<string, string>; inner: Span }

/** Where the parts of a page lie that serving it is concerned with. Positions count UTF-16 units, as `slice` does. */
export type HtmlOutline = {
  scripts: OutlineElement[]
  styles: OutlineElement[]
  links: OutlineElement[]
  metas: OutlineElement[]
  templates: OutlineElement[]
  comments: Span[]
  /** `<div hidden>` with nothing in it but comments: React's place for what never came. */
  placeholders: Span[]
  headEnd: number | null
  bodyEnd: number | null
  /** The values of `style` attributes. */
  styleAttributes: string[]
  /** What selectors may name: element types, classes with their dot, and data attributes in brackets. */
  names: Set<string>
  rootId: string | null
  /** The start tag of `<html>`. */
  rootTag: Span | null
  /** `lang` and `dir` of the element that says its language is the document's. */
  documentLanguage: { lang: string; dir: string } | null
}

const SOUGHT = new Set(['script', 'style', 'link', 'meta', 'template', 'div', 'head', 'body'])

/** Browsers put them where the text has none. */
const IMPLIED_ELEMENTS = ['html', 'head', 'body', 'tbody', 'colgroup']

/** Reads a page once, with an HTML tokenizer, and notes where everything of interest is. */
export function scanHtml(html: string): HtmlOutline {
  const outline = createOutline()
  const open: OutlineElement[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      outline.names.add(name)
      for (const className of listClasses(attributes)) outline.names.add(className)
      for (const attribute of listDataAttributes(attributes)) outline.names.add(attribute)
      if (attributes.style !== undefined) outline.styleAttributes.push(attributes.style)
      if (name === 'html') {
        outline.rootId = attributes.id ?? null
        outline.rootTag = { start: parser.startIndex, end: parser.endIndex + 1 }
      }
      const { lang, dir } = attributes
      if ('data-document-language' in attributes && lang !== undefined && dir !== undefined) {
        outline.documentLanguage = { lang, dir }
      }
      if (!SOUGHT.has(name)) return
      const end = parser.endIndex + 1
      open.push({ name, attributes, start: parser.startIndex, end, inner: { start: end, end } })
    },
    onclosetag(name, implied) {
      if (!SOUGHT.has(name)) return
      const element = open.pop()
      if (element === undefined || element.name !== name) return
      element.inner.end = implied ? element.end : parser.startIndex
      if (!implied) element.end = parser.endIndex + 1
      note(outline, element, html)
    },
    oncomment() {
      outline.comments.push({ start: parser.startIndex, end: parser.endIndex + 1 })
    },
  })
  parser.end(html)
  return outline
}

function createOutline(): HtmlOutline {
  return {
    scripts: [],
    styles: [],
    links: [],
    metas: [],
    templates: [],
    comments: [],
    placeholders: [],
    headEnd: null,
    bodyEnd: null,
    styleAttributes: [],
    names: new Set(IMPLIED_ELEMENTS),
    rootId: null,
    rootTag: null,
    documentLanguage: null,
  }
}

function note(outline: HtmlOutline, element: OutlineElement, html: string): void {
  switch (element.name) {
    case 'script':
      outline.scripts.push(element)
      break
    case 'style':
      outline.styles.push(element)
      break
    case 'link':
      outline.links.push(element)
      break
    case 'meta':
      outline.metas.push(element)
      break
    case 'template':
      outline.templates.push(element)
      break
    case 'head':
      outline.headEnd = element.inner.end
      break
    case 'body':
      outline.bodyEnd = element.inner.end
      break
    default:
      if (isPlaceholder(element, html)) outline.placeholders.push({ start: element.start, end: element.end })
  }
}

function listClasses(attributes: Record<string, string>): string[] {
  const classes = attributes.class ?? ''
  return classes === '' ? [] : classes.split(/\s+/).map((name) => `.${name}`)
}

function listDataAttributes(attributes: Record<string, string>): string[] {
  const names = Object.keys(attributes).filter((name) => name.startsWith('data-'))
  return names.map((name) => `[${name}]`)
}

function isPlaceholder({ attributes, inner }: OutlineElement, html: string): boolean {
  const isHidden = 'hidden' in attributes && Object.keys(attributes).length === 1
  return isHidden && isEmptyPlaceholder(html.slice(inner.start, inner.end))
}
