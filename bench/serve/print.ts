/** One row of a bench's table. */
export function print(what: string, figure: string): void {
  console.log(`${what.padEnd(46)} ${figure}`)
}

export function printRatio(what: string, ratio: number, reach: string): void {
  print(what, `${ratio.toFixed(2)} ×  (${reach})`)
}
