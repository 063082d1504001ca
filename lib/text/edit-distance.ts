/** True when one letter was added, dropped, changed, or swapped with its neighbour: `descrition`, `layput`. */
export function isOneEditAway(written: string, known: string): boolean {
  if (written === known || Math.abs(written.length - known.length) > 1) return false
  let start = 0
  while (start < written.length && written[start] === known[start]) start++
  const left = written.slice(start)
  const right = known.slice(start)
  return (
    left.slice(1) === right ||
    left === right.slice(1) ||
    left.slice(1) === right.slice(1) ||
    (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
  )
}
