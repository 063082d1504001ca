import { getLargest } from '#lib/text/largest.ts'

describe('getLargest', () => {
  it.each([
    [[], 0, 0],
    [[3, 9, 4], 0, 9],
    [[-5], -10, -5],
  ])('of %j and at least %d is %d', (numbers, least, expected) => {
    expect(getLargest(numbers, least)).toBe(expected)
  })

  it('takes more numbers than a function takes arguments', () => {
    const numbers = Array.from({ length: 200_000 }, (_, at) => at)
    expect(getLargest(numbers, 0)).toBe(199_999)
  })
})
