/** The largest of `numbers`, or `least`. `Math.max(...list)` throws for a list of more than about 125,000. */
export function getLargest(numbers: Iterable<number>, least: number): number {
  let largest = least
  for (const number of numbers) if (number > largest) largest = number
  return largest
}
