import { type CodeMark, countLoneCodeMarks } from '#lib/markdown/lone-marks.ts'

const mark = (size: number, isEscaped = false): CodeMark => ({ size, isEscaped })

it.each([
  ['`a`', [mark(1), mark(1)], 0],
  ['`a', [mark(1)], 1],
  ['``a` `b', [mark(2), mark(1), mark(1)], 1],
  ['``a`b``', [mark(2), mark(1), mark(2)], 0],
  ['`a``b`', [mark(1), mark(2), mark(1)], 0],
  ['\\`a', [mark(1, true)], 0],
  ['\\``a', [mark(2, true)], 1],
  ['\\``a`', [mark(2, true), mark(1)], 0],
  ['`a\\`', [mark(1), mark(1, true)], 0],
  ['`a ``b ```c', [mark(1), mark(2), mark(3)], 3],
])('counts in %s what opens no code', (_text, marks, lone) => {
  expect(countLoneCodeMarks(marks)).toBe(lone)
})
