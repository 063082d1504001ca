import {
  type ImportOutcome,
  listProblems,
  removeFolder,
  runImport,
} from '../../support/exports/run-import.ts'
import { renderWxr } from '../../support/exports/wxr.ts'

let outcome: ImportOutcome
afterAll(() => removeFolder(outcome))

it('loses no story for a text that costs more than a thread may hold, and goes on', async () => {
  const wide = '<i>x</i><b>y</b>'.repeat(240_000)
  const items = [
    { id: 1, slug: 'first' },
    { id: 2, slug: 'wide', content: wide },
    { id: 3, slug: 'last' },
  ]
  outcome = await runImport('export.xml', renderWxr(items), { threads: 1 })
  expect(outcome.items.map(({ result }) => result)).toEqual(['written', 'written', 'written'])
  expect(outcome.items[1]?.notes.join()).toContain('its text stays HTML')
  expect(outcome.files.get('posts/2014/2014-06-30-wide.md')).toContain('<i>x</i><b>y</b>')
  expect(outcome.files.get('posts/2014/2014-06-30-last.md')).toContain('The chain arrived.')
  expect(listProblems(outcome.files)).toEqual([])
})
