import { readFileSync } from 'node:fs'
import path from 'node:path'
import { workerData } from 'node:worker_threads'
import { RelaxNGValidator, XmlDocument, XmlElement, XmlText, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

/**
 * libxml2 in a thread of its own, as Jest cannot load it: answers a document with its root element, or what is wrong with
 * it, and wakes who waits for that. `schema` is the path of an XSD or RELAX NG file, null for none.
 */
type Asked = { xml: string; schema: string | null; isAnswered: Int32Array }

type Node = { name: string; attributes: Record<string, string>; text: string; children: Node[] }

xmlRegisterFsInputProviders()

function read({ xml, schema }: Asked): { root: Node } | { error: string } {
  try {
    const document = XmlDocument.fromBuffer(Buffer.from(xml))
    if (schema !== null) createValidator(schema).validate(document)
    return { root: toNode(document.root) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

function createValidator(file: string): XsdValidator | RelaxNGValidator {
  const document = XmlDocument.fromBuffer(readFileSync(file), { url: path.resolve(file) })
  return file.endsWith('.rng') ? RelaxNGValidator.fromDoc(document) : XsdValidator.fromDoc(document)
}

function toNode(element: XmlElement): Node {
  const children: Node[] = []
  let text = ''
  for (let child = element.firstChild; child !== null; child = child.next) {
    if (child instanceof XmlElement) children.push(toNode(child))
    else if (child instanceof XmlText) text += child.content
  }
  const attributes = Object.fromEntries(element.attrs.map((attr) => [toName(attr), attr.value]))
  return { name: toName(element), attributes, text, children }
}

function toName({ prefix, name }: { prefix: string; name: string }): string {
  return prefix === '' ? name : `${prefix}:${name}`
}

workerData.port.on('message', (asked: Asked) => {
  workerData.port.postMessage(read(asked))
  Atomics.store(asked.isAnswered, 0, 1)
  Atomics.notify(asked.isAnswered, 0)
})
