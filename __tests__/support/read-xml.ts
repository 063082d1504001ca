import path from 'node:path'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'

/** An element as a real XML parser reads it; names with their prefix as written. */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  /** Its own text, entities resolved. */
  text: string
  children: XmlElement[]
}

export type Schema = 'sitemaps.xsd' | 'siteindex.xsd' | 'atom.rng'

/** Only a test that fails waits so long; a busy machine takes its time. */
const TIMEOUT_MS = 60_000

const { port1: port, port2 } = new MessageChannel()
let worker: Worker | undefined

afterAll(async () => {
  port.close()
  await worker?.terminate()
})

/** The root element of a document, valid by a schema where one is given. @throws {Error} saying what is wrong with it */
export function readXml(xml: string, schema: Schema | null = null): XmlElement {
  const answer = ask(xml, schema === null ? null : path.join('__tests__/fixtures/schemas', schema))
  if ('error' in answer) throw new Error(`${answer.error}\n${xml.slice(0, 2_000)}`)
  return answer.root
}

/** Waits for the worker's answer, as those who read XML do so in the middle of what is not asynchronous. */
function ask(xml: string, schema: string | null): { root: XmlElement } | { error: string } {
  worker ??= new Worker(path.resolve('__tests__/support/read-xml-worker.ts'), {
    workerData: { port: port2 },
    transferList: [port2],
  })
  const isAnswered = new Int32Array(new SharedArrayBuffer(4))
  port.postMessage({ xml, schema, isAnswered })
  Atomics.wait(isAnswered, 0, 0, TIMEOUT_MS)
  return receiveMessageOnPort(port)?.message ?? { error: 'The thread that reads XML does not answer' }
}

/** Every element of that name below another, in document order. */
export function listElements(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...listElements(child, name),
  ])
}

/** The texts of every element of that name. */
export function listTexts(element: XmlElement, name: string): string[] {
  return listElements(element, name).map(({ text }) => text)
}
