/**
 * Slips between two words: letters added, left out, changed, or swapped with their neighbour (optimal string alignment).
 * Both are short, as `isSpelt` has it.
 */
export function getDistance(one: string, other: string): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const change = (last[j - 1] ?? 0) + Number(one[i - 1] !== other[j - 1])
      const nearest = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change)
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row.push(isSwap ? Math.min(nearest, (before[j - 2] ?? 0) + 1) : nearest)
    }
    before = last
    last = row
  }
  return last[other.length] ?? 0
}
