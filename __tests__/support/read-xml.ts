import { spawnSync } from 'node:child_process'
import path from 'node:path'

/** An element as a real XML parser reads it; names with their prefix as written. */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  /** Its own text, entities resolved. */
  text: string
  children: XmlElement[]
}

export type Schema = 'sitemaps.xsd' | 'siteindex.xsd' | 'atom.rng'

/** The root element of a document, valid by a schema where one is given. @throws {Error} saying what is wrong with it */
export function readXml(xml: string, schema: Schema | null = null): XmlElement {
  const file = schema === null ? null : path.join('__tests__/fixtures/schemas', schema)
  const { stdout, stderr } = spawnSync(process.execPath, ['__tests__/support/read-xml-process.ts'], {
    input: JSON.stringify([{ xml: Buffer.from(xml).toString('base64'), schema: file }]),
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (stdout === '') throw new Error(stderr)
  const [answer] = JSON.parse(stdout)
  if ('error' in answer) throw new Error(`${answer.error}\n${xml.slice(0, 2_000)}`)
  return answer.root
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
