import { countItems, type ImportOutcome, listProblems, removeFolder } from './run-import.ts'

/** What became of an item: its file (a pattern where the day is that of the export), parts of it, a note in the report. */
export type Expectation = [
  name: string,
  id: string,
  file: string | RegExp | null,
  parts: string[],
  note?: string,
]

/** Tests of one import: each item as expected, nothing that the site's parser complains of, every item accounted for. */
export function describeOutcome(expected: Expectation[], start: () => Promise<ImportOutcome>): void {
  let outcome: ImportOutcome
  beforeAll(async () => {
    outcome = await start()
  })
  afterAll(() => removeFolder(outcome))

  it.each(expected)('%s', (_, id, file, parts, ...[note]) => {
    const item = outcome.items.find((found) => found.id === id)
    expect(item).toMatchObject({ id, file: file instanceof RegExp ? expect.stringMatching(file) : file })
    const text = outcome.files.get(item?.file ?? '') ?? ''
    for (const part of parts) expect(text).toContain(part)
    expect(item?.notes.join('\n')).toContain(note ?? '')
  })

  it('writes nothing that the site’s own parser has to complain of', () => {
    expect(listProblems(outcome.files)).toEqual([])
  })

  it('accounts for every item', () => {
    const items = expected.length
    expect(items).toBeGreaterThan(9)
    expect(countItems(outcome)).toEqual({ items, listed: items, sum: items, isWhole: true })
  })
}
