/**
 * A stretch of an XML file: what comes before the first item, or one item with what follows it. `line` is where it
 * begins. `isCut`: it was longer than fits, and what did not fit was dropped.
 */
export type XmlPiece = { kind: 'head' | 'item'; text: string; line: number; isCut: boolean }

/** Characters of one section of text, and of one item. What is beyond is dropped and said so. */
export const MAX_SECTION = 8_000_000
export const MAX_ITEM = 12_000_000

const TAIL = 16

type Mode = 'markup' | 'data' | 'comment'
type Draft = Pick<XmlPiece, 'kind' | 'line' | 'isCut'> & { parts: string[]; length: number }

/**
 * Cuts a stream of XML before each `<item>` (or whatever `name` says) outside CDATA and comments, without parsing it: an
 * item that is broken cannot take the others with it, and none can fill the memory.
 */
export async function* splitItems(texts: AsyncIterable<string>, name: string): AsyncGenerator<XmlPiece> {
  const splitter = new Splitter(name)
  for await (const text of texts) yield* splitter.push(text)
  yield* splitter.end()
}

class Splitter {
  readonly #tag: string
  #mode: Mode = 'markup'
  /** Characters of the present section that were kept. */
  #run = 0
  #held = ''
  #line = 1
  #piece: Draft = { kind: 'head', parts: [], length: 0, line: 1, isCut: false }

  constructor(name: string) {
    this.#tag = `<${name}`
  }

  *push(text: string): Generator<XmlPiece> {
    const all = this.#held + text
    // A token may go on in the next chunk: its beginning waits for the rest.
    const end = Math.max(0, all.length - TAIL)
    const done = yield* this.#scan(all, end)
    this.#held = all.slice(done)
  }

  *end(): Generator<XmlPiece> {
    const all = `${this.#held}${' '.repeat(TAIL)}`
    const done = yield* this.#scan(all, all.length - TAIL)
    this.#keep(all.slice(done, all.length - TAIL))
    yield this.#finish()
  }

  /** Looks at tokens that begin before `end`; returns how far it came. */
  *#scan(text: string, end: number): Generator<XmlPiece, number> {
    let at = 0
    while (at < end) {
      const next = this.#find(text, at)
      if (next < 0 || next >= end) {
        this.#keep(text.slice(at, end))
        return end
      }
      this.#keep(text.slice(at, next))
      at = next
      if (this.#mode === 'markup' && this.#isItem(text, at)) yield this.#finish('item')
      at += this.#enter(text, at)
    }
    return at
  }

  #find(text: string, from: number): number {
    if (this.#mode === 'data') return text.indexOf(']]>', from)
    if (this.#mode === 'comment') return text.indexOf('-->', from)
    return text.indexOf('<', from)
  }

  #isItem(text: string, at: number): boolean {
    return text.startsWith(this.#tag, at) && /[\s>/]/.test(text.charAt(at + this.#tag.length))
  }

  /** Takes the token at `at` and changes mode by it; returns its length. */
  #enter(text: string, at: number): number {
    const [token, mode] = this.#read(text, at)
    this.#run = 0
    this.#keep(token)
    this.#mode = mode
    this.#run = 0
    return token.length
  }

  #read(text: string, at: number): [string, Mode] {
    if (this.#mode === 'data') return [']]>', 'markup']
    if (this.#mode === 'comment') return ['-->', 'markup']
    if (text.startsWith('<![CDATA[', at)) return ['<![CDATA[', 'data']
    return text.startsWith('<!--', at) ? ['<!--', 'comment'] : ['<', 'markup']
  }

  #keep(text: string): void {
    this.#line += countLines(text)
    const room = Math.min(MAX_SECTION - this.#run, MAX_ITEM - this.#piece.length)
    const isToken = text.length <= 9
    const kept = text.length <= room || isToken ? text : text.slice(0, Math.max(0, room))
    this.#run += text.length
    if (kept.length < text.length) this.#piece.isCut = true
    if (kept === '') return
    this.#piece.parts.push(kept)
    this.#piece.length += kept.length
  }

  #finish(next: XmlPiece['kind'] = 'item'): XmlPiece {
    const { kind, parts, line, isCut } = this.#piece
    this.#piece = { kind: next, parts: [], length: 0, line: this.#line, isCut: false }
    return { kind, text: parts.join(''), line, isCut }
  }
}

function countLines(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}
