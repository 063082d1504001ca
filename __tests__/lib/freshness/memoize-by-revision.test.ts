import { listSections } from '#lib/queries/queries.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const paper = setUpPaper({
  'posts/tide.md': toPostText({ section: 'Harbour', date: '2026-01-02T08:00:00Z' }),
  'posts/match.md': toPostText({
    section: 'Sport',
    date: '2026-01-02T09:00:00Z',
    expires: '2026-01-02T10:00:00Z',
  }),
})

const list = async (time: string) => (await listSections(new Date(time))).map(({ name }) => name)

it.each([
  ['2026-01-02T08:30:00Z', ['Harbour']],
  ['2026-01-02T08:59:59.999Z', ['Harbour']],
  ['2026-01-02T09:00:00Z', ['Harbour', 'Sport']],
  ['2026-01-02T09:59:59.999Z', ['Harbour', 'Sport']],
  ['2026-01-02T10:00:00Z', ['Harbour']],
  ['2026-01-02T07:00:00Z', []],
])('at %s the sections are %j, whatever they were when last asked', async (time, names) => {
  expect(await list(time)).toEqual(names)
})

it('reads them once while nothing changed', async () => {
  const now = new Date('2026-01-02T11:00:00Z')
  expect(await listSections(now)).toBe(await listSections(now))
})

it('reads them again when a file changed, or site.yaml', async () => {
  const time = '2026-01-02T12:00:00Z'
  expect(await list(time)).toEqual(['Harbour'])
  paper.write('posts/budget.md', toPostText({ section: 'Council', date: '2026-01-02T08:00:00Z' }))
  await paper.sync()
  expect(await list(time)).toEqual(['Council', 'Harbour'])
  paper.write('site.yaml', 'sections: [{ name: Harbour }, { name: Council }]\n')
  await paper.sync()
  expect(await list(time)).toEqual(['Harbour', 'Council'])
})
