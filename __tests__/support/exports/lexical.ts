import { type Row, renderGhost, users } from './ghost.ts'
import { countItems, type ImportOutcome, listProblems, removeFolder, runImport } from './run-import.ts'

/** Nodes of Ghost's editor, the Markdown that comes of them, and what is said of them. */
export type LexicalPart = [name: string, nodes: Row[], markdown: string, note?: string]

export const text = (value: string, format = 0): Row => ({ type: 'extended-text', text: value, format })
export const paragraph = (...children: Row[]): Row => ({ type: 'paragraph', children })

/** Imports a story of each part in one export, and looks at what became of it. */
export function describeLexical(name: string, parts: readonly LexicalPart[]): void {
  describe(name, () => {
    let outcome: ImportOutcome

    beforeAll(async () => {
      const stories = parts.map(([, children]) => ({
        lexical: JSON.stringify({ root: { type: 'root', children } }),
      }))
      outcome = await runImport('export.json', renderGhost(stories), { origin: 'https://old.example' })
    })

    afterAll(() => removeFolder(outcome))

    it.each(parts.map((part, index) => [part[0], index] as const))('writes %s', (_, index) => {
      const [, , markdown, note] = parts[index] ?? []
      const item = outcome.items.find(({ id }) => id === `p${index}`)
      const written = outcome.files.get(item?.file ?? '') ?? ''
      expect(written.slice(written.indexOf('\n---\n') + 5).trim()).toBe(markdown)
      expect(item?.notes.join('\n')).toContain(note ?? '')
    })

    it('writes nothing that the site’s own parser has to complain of', () => {
      expect(listProblems(outcome.files)).toEqual([])
    })

    it('accounts for every item', () => {
      const items = parts.length + users.length
      expect(countItems(outcome)).toEqual({ items, listed: items, sum: items, isWhole: true })
      expect(parts.length).toBeGreaterThan(10)
    })
  })
}
