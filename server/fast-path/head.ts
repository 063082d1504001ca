import { STATUS_CODES } from 'node:http'

/** What node:http lets stand in a header line. */
const NAME = /^[\w!#$%&'*+.^`|~-]+$/
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/
const LENGTH = /^Content-Length: /im

/** Lines that are the same from one request to the next are written once. */
const known = new WeakMap<readonly string[], string>()

/**
 * The first part of an answer's head: status and lines, given as name, value, name …
 *
 * @throws {Error} for what cannot stand in a head, and when nothing says how long the body is
 */
export function formatHead(status: number, lines: readonly string[]): string {
  let text = known.get(lines)
  if (text === undefined) {
    text = formatLines(lines)
    if (status !== 304 && !LENGTH.test(text)) throw new Error(`An answer of ${status} has no Content-Length.`)
    known.set(lines, text)
  }
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${text}`
}

/** @throws {Error} for what cannot stand in a head */
export function formatLines(lines: readonly string[]): string {
  let text = ''
  for (let i = 0; i < lines.length; i += 2) text += formatLine(lines[i] ?? '', lines[i + 1] ?? '')
  return text
}

function formatLine(name: string, value: string): string {
  if (NAME.test(name) && VALUE.test(value)) return `${name}: ${value}\r\n`
  throw new Error(`This is no header line: ${JSON.stringify([name, value])}`)
}

/** The last part of each head, in node:http's order; the same for every answer of a second. */
export class HeadEnding {
  readonly #keepAlive: string
  #isLast = false
  #text = ''

  constructor(keepAliveMs: number) {
    this.#keepAlive = `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(keepAliveMs / 1000)}\r\n`
  }

  /** Whether the answers that are still to come end their connections. */
  get isLast(): boolean {
    return this.#isLast
  }

  stop(): void {
    this.#isLast = true
    this.#text = ''
  }

  /** Asks the clock once a second. */
  toText(): string {
    if (this.#text === '') {
      const now = new Date()
      const connection = this.#isLast ? 'Connection: close\r\n' : this.#keepAlive
      this.#text = `Date: ${now.toUTCString()}\r\n${connection}\r\n`
      setTimeout(() => this.#forget(), 1000 - now.getMilliseconds()).unref()
    }
    return this.#text
  }

  #forget(): void {
    this.#text = ''
  }
}
