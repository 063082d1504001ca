import { readdirSync, statSync } from 'node:fs'
import { BUILT_IN_BYTES, getRoom } from '#lib/fonts/font-budget.ts'

const weigh = (pattern: RegExp) =>
  readdirSync('public/fonts')
    .filter((file) => pattern.test(file))
    .reduce((sum, file) => sum + statSync(`public/fonts/${file}`).size, 0)

it.each([
  ['text', /^(?:text|caps)/],
  ['display', /^display/],
] as const)('counts the built-in face for %s as it is, within 200 bytes', (role, pattern) => {
  expect(weigh(pattern)).toBeLessThanOrEqual(BUILT_IN_BYTES[role])
  expect(weigh(pattern)).toBeGreaterThan(BUILT_IN_BYTES[role] - 200)
})

it.each([
  ['text', { text: [], display: 'own' }, 49_600],
  ['text', { text: [], display: [{ file: 'x.woff2' }] }, 49_600],
  ['text', { text: [], display: 'serif' }, 60_000],
  ['display', { text: 'own', display: [] }, 20_000],
  ['display', { text: 'sans', display: [] }, 60_000],
] as const)('%s of %j has room for %d bytes', (role, fonts, room) => {
  const copy = (asked: (typeof fonts)['text' | 'display']) => (typeof asked === 'string' ? asked : [...asked])
  const theme = { fonts: { text: copy(fonts.text), display: copy(fonts.display) } }
  expect(getRoom(role, { theme })).toBe(room)
})
