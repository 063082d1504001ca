import { mayHaveNotes } from '#lib/markdown/may-have-notes.ts'
import { renderPost } from './render-post.ts'

const HOST = 'saltmarsh-quay.example'

const SILENT = [
  'Words, *emphasis*, **more** and `code`.',
  '## A heading\n\n- a list\n- of two\n\n> quoted',
  'See [the plan](https://tides.example/plan) and [the desk](mailto:desk@tides.example).',
  '| a | b |\n|---|---|\n| c | d |',
  'https://tides.example/a',
]

const TELLING = [
  '[nothing](nothing-here)',
  '[a file](minutes.pdf)',
  '[a root](/old/ferry)',
  '[an address](javascript:alert(1))',
  '[a label][label]',
  '[a label]',
  '![a picture](quay.jpg)',
  '[![a picture](quay.jpg)](https://tides.example)',
  '<script>1</script>',
  '<!-- open',
  '{{< figure src="a.jpg" >}}',
  '[gallery ids="1"]',
  '$$\\frac{a$$',
  `[here](https://${HOST}/old/ferry)`,
  '[here](http://localhost:1313/ferry)',
  'http://127.0.0.1:4000/ferry',
  '> '.repeat(20_000),
  'word '.repeat(30_000),
]

it.each(SILENT)('is silent: %j', (markdown) => {
  expect(mayHaveNotes(markdown, HOST)).toBe(false)
  expect(renderPost(markdown).notes).toEqual([])
})

it.each(TELLING)('may tell: %j', (markdown) => {
  expect(mayHaveNotes(markdown, HOST)).toBe(true)
})

it('reads a hundred thousand brackets in one pass', () => {
  expect(mayHaveNotes('['.repeat(99_999), '')).toBe(true)
  expect(mayHaveNotes('[a](https://b) '.repeat(6_000), '')).toBe(false)
})
