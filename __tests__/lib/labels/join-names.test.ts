import { joinNames } from '#lib/labels/join-names.ts'

it.each([
  [['Ada Quill'], 'en', 'Ada Quill'],
  [['Ada Quill', 'Ben Orrell'], 'en', 'Ada Quill and Ben Orrell'],
  [['Ada Quill', 'Ben Orrell', 'Cleo Marsh'], 'de', 'Ada Quill, Ben Orrell und Cleo Marsh'],
  [['Ada Quill', 'Ben Orrell'], 'not a language', 'Ada Quill and Ben Orrell'],
])('%j in %s: %s', (names, language, line) => {
  expect(joinNames(names, language)).toBe(line)
})
