import { decodeSegment, parseMonth, parsePageNumber, parseYear } from '../../app/_routing/segments.ts'

it.each([
  ['2', 2],
  ['10', 10],
  ['1', 1],
  ['0', null],
  ['02', null],
  ['2.5', null],
  ['2.0', null],
  ['-1', null],
  ['+2', null],
  ['2e3', null],
  ['２', null],
  ['', null],
  ['99999999', null],
])('reads the page %j as %j', (segment, page) => {
  expect(parsePageNumber(segment)).toBe(page)
})

it.each([
  ['2026', 2026],
  ['0000', null],
  ['26', null],
  ['02026', null],
])('reads the year %j as %j', (segment, year) => {
  expect(parseYear(segment)).toBe(year)
})

it.each([
  ['01', 1],
  ['12', 12],
  ['1', null],
  ['00', null],
  ['13', null],
])('reads the month %j as %j', (segment, month) => {
  expect(parseMonth(segment)).toBe(month)
})

it.each([
  ['caf%C3%A9', 'café'],
  ['plain', 'plain'],
  ['%ff', null],
])('decodes %j to %j', (segment, text) => {
  expect(decodeSegment(segment)).toBe(text)
})
