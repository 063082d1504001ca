import { listPageNumbers } from '../../app/_components/page-numbers.ts'

it.each([
  [1, 2, [1, 2]],
  [1, 9, [1, 2, 9]],
  [5, 9, [1, 4, 5, 6, 9]],
  [9, 9, [1, 8, 9]],
])('from page %i of %i leads to %j', (page, pages, numbers) => {
  expect(listPageNumbers(page, pages)).toEqual(numbers)
})
