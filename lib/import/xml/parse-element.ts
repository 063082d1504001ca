import { SaxesParser } from 'saxes'

/** An XML element, its text and CDATA joined. `counted` says how many children of each counted name it had. */
export type XmlElement = {
  name: string
  attributes: Readonly<Record<string, string>>
  text: string
  children: XmlElement[]
  counted: Map<string, number>
}

export type ParsedXml =
  | { kind: 'whole'; roots: XmlElement[]; warnings: string[] }
  | { kind: 'broken'; line: number; message: string }

const MAX_DEPTH = 100

/** What a reader can go on after: the text is kept as it is written. No entity but XML's own five is ever expanded. */
const HARMLESS = /entity|character|ampersand|xml declaration|doctype|attribute/i

/**
 * Parses the first element named `wanted` in a stretch of XML, or, without a name, all that is there (a document's
 * head, whose elements are not all closed). Children named in `counted` are only counted.
 */
export function parseElements(text: string, options: Options): ParsedXml {
  const parsed = parseOnce(text, options)
  if (parsed.kind === 'whole' || !text.includes('&')) return parsed
  const escaped = escapeAmpersands(text)
  return escaped === text ? parsed : parseOnce(escaped, options)
}

type Options = { wanted: string | null; counted?: readonly string[]; line?: number }

function parseOnce(text: string, { wanted, counted = [], line = 1 }: Options): ParsedXml {
  const builder = new TreeBuilder(wanted, counted)
  const parser = new SaxesParser({ fragment: true, position: true, xmlns: false } as const)
  parser.on('error', (error) => builder.fail(error, parser.line + line - 1))
  parser.on('opentag', (tag) => builder.open(tag.name, tag.attributes))
  parser.on('closetag', (tag) => builder.close(tag.name))
  parser.on('text', (value) => builder.write(value))
  parser.on('cdata', (value) => builder.write(value))
  parser.write(text).close()
  return builder.finish(parser.line + line - 1)
}

/** An `&` that begins no reference, outside CDATA: `Salt & Son` for `Salt &amp; Son`. */
function escapeAmpersands(text: string): string {
  return text
    .split('<![CDATA[')
    .map((part, index) => {
      const end = index === 0 ? 0 : part.indexOf(']]>') + 1
      return part.slice(0, end) + part.slice(end).replace(/&(?!#?\w{1,40};)/g, '&amp;')
    })
    .join('<![CDATA[')
}

class TreeBuilder {
  readonly #wanted: string | null
  readonly #counted: ReadonlySet<string>
  readonly #roots: XmlElement[] = []
  readonly #open: XmlElement[] = []
  readonly #warnings = new Set<string>()
  #fault: { line: number; message: string } | null = null
  #isDone = false
  #skipped = 0

  constructor(wanted: string | null, counted: readonly string[]) {
    this.#wanted = wanted
    this.#counted = new Set(counted)
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#isDone) return
    const parent = this.#open.at(-1)
    if (this.#skipped > 0 || (parent !== undefined && this.#isSkipped(parent, name))) {
      this.#skipped += 1
      return
    }
    const element = { name, attributes: { ...attributes }, text: '', children: [], counted: new Map() }
    if (parent === undefined) this.#roots.push(element)
    else parent.children.push(element)
    this.#open.push(element)
  }

  close(name: string): void {
    if (this.#isDone) return
    if (this.#skipped > 0) {
      this.#skipped -= 1
      return
    }
    const closed = this.#open.pop()
    if (closed?.name !== name && this.#fault === null) return
    if (this.#open.length === 0 && closed?.name === this.#wanted) this.#isDone = true
  }

  write(value: string): void {
    const element = this.#open.at(-1)
    if (this.#isDone || this.#skipped > 0 || element === undefined) return
    element.text += value
  }

  fail(error: Error, line: number): void {
    if (this.#isDone) return
    const message = error.message.replace(/^(?:[^\s:]*:)?\d+:\d+: /, '')
    if (HARMLESS.test(message)) this.#warnings.add(message)
    else this.#fault ??= { line, message }
  }

  finish(line: number): ParsedXml {
    const warnings = [...this.#warnings]
    if (this.#wanted === null || (this.#isDone && this.#fault === null)) {
      return { kind: 'whole', roots: this.#roots, warnings }
    }
    const { line: at, message } = this.#fault ?? { line, message: `<${this.#wanted}> is never closed` }
    return { kind: 'broken', line: at, message }
  }

  #isSkipped(parent: XmlElement, name: string): boolean {
    if (!this.#counted.has(name)) return this.#open.length >= MAX_DEPTH
    parent.counted.set(name, (parent.counted.get(name) ?? 0) + 1)
    return true
  }
}

/** The text of the first child of that name, white space around it removed; '' when there is none. */
export function getChildText(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? ''
}

/** Every child of that name. */
export function listChildren(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name)
}
