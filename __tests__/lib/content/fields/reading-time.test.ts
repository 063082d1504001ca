import { measureReadingTime } from '#lib/content/fields/reading-time.ts'

it.each([
  ['', 0, 0],
  ['The harbour bell', 3, 1],
  ['don’t re-open — 24/7 — the Quay’s', 5, 1],
  ['word '.repeat(230 * 3), 690, 3],
  ['字'.repeat(1500), 1500, 3],
  ['港の朝 in Saltmarsh', 5, 1],
  ['Привет и мир', 3, 1],
  ['<p class="a b c">One <b>two</b></p>', 2, 1],
  ['{{< figure src="a b c" >}} one {% tag x y %}', 1, 1],
  [`![](data:image/png;base64,${'A'.repeat(283_399)})`, 1, 1],
  ['* # - _', 0, 0],
  ['![The quay at dusk](/media/a-quay.jpg)', 0, 0],
  ['![The quay][quay]\n\n[quay]: /media/a-quay.jpg "At dusk"', 0, 0],
  ['See [the tide](https://example.org/a-b-c).', 3, 1],
  ['&nbsp;', 0, 0],
])('%.30j: %i words, %i minutes', (body, words, minutes) => {
  expect(measureReadingTime(body)).toEqual({ words, minutes })
})

it('does not hang on open tags', () => {
  expect(measureReadingTime('<a'.repeat(400_000)).minutes).toBeGreaterThanOrEqual(1)
})
