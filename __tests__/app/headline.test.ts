import { measureHeadline, toHeadlineClass } from '../../app/_components/headline.ts'

it.each([
  ['High water', 'short'],
  ['Chain ferry to return on Saturday', undefined],
  ['Chain ferry to return on Saturday, with a new chain and the old arguments', 'long'],
  ['渡し船が土曜日に戻る', 'short'],
  ['渡し船が土曜日に戻る、新しい鎖と古い議論とともに', undefined],
  ['a'.repeat(101), 'longest'],
])('%s is %s', (title, length) => {
  expect(measureHeadline(title)).toBe(length)
})

it.each([
  ['“Nothing is wrong”', 'card-headline hung'],
  ['«Rien ne va»', 'card-headline hung'],
  ['Nothing is “wrong”', 'card-headline'],
])('of %s the classes are %s', (title, classes) => {
  expect(toHeadlineClass(title, 'card-headline')).toBe(classes)
})

it('a headline without a class or a quotation mark has no class at all', () => {
  expect(toHeadlineClass('High water')).toBeUndefined()
})
