import { existsSync, readFileSync } from 'node:fs'

/** The rows of docs/machines.md: what is asked for, where it is answered, which test holds it. */
const ROWS = readFileSync('docs/machines.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:---|what \|)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, what = '', where = '', test = '']) => ({ what, where, test }))

const listNames = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')

it('has a row for everything', () => {
  expect(ROWS.length).toBeGreaterThan(60)
})

it.each(ROWS)('the tests of “$what” are there, or it says why not', ({ where, test }) => {
  if (test === '–') {
    expect(where).toMatch(/^not\b/)
    return
  }
  const names = listNames(test)
  expect(names).not.toEqual([])
  const isThere = (name: string) =>
    ['ts', 'tsx'].some((ending) => existsSync(`__tests__/${name}.test.${ending}`))
  expect(names.filter((name) => !isThere(name))).toEqual([])
})

it.each(ROWS)('the files of “$what” are there', ({ where }) => {
  const files = listNames(where).filter((name) => /^(?:app|lib|server|scripts|public|docs)\//.test(name))
  expect(files.filter((file) => !existsSync(file))).toEqual([])
})
