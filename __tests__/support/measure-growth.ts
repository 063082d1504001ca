/** Below this a measurement is noise, in milliseconds. */
const MIN_MS = 10
const RUNS = 4
const LENGTH = 100_000

/** How much longer four times the text takes where time grows with the text. */
const LINEAR = 4

/**
 * How much longer `run` takes for four times the text: about 4 where its time grows with the text, 16 where it grows
 * with the text's square. The least of several runs counts, in time of the processor, as the machine has other work. Where
 * one run shows that it cannot be more than linear, as what it is compared with is never less than `MIN_MS`, that is said.
 */
export function measureGrowth(run: (text: string) => unknown, toText: (length: number) => string): number {
  const long = toText(LENGTH)
  const most = time(run, long) / MIN_MS
  if (most <= LINEAR) return most
  const short = toText(LENGTH / 4)
  const times = Array.from({ length: RUNS }, () => ({ short: time(run, short), long: time(run, long) }))
  const shortest = Math.min(...times.map((one) => one.short))
  const longest = Math.min(...times.map((one) => one.long))
  return Math.max(MIN_MS, longest) / Math.max(MIN_MS, shortest)
}

/**
 * How many times as long `run` takes for a text as for an ordinary one: time that grows with the text, but by a factor of
 * thousands, is no better than time that grows with its square. One run is enough here too where it is that fast.
 */
export function measureCost(
  run: (text: string) => unknown,
  toText: (length: number) => string,
  ordinary: string,
): number {
  const text = toText(LENGTH)
  const most = time(run, text) / MIN_MS
  if (most <= LINEAR) return most
  const times = Array.from({ length: RUNS }, () => ({ text: time(run, text), ordinary: time(run, ordinary) }))
  const least = (name: 'text' | 'ordinary') => Math.min(...times.map((one) => one[name]))
  return least('text') / Math.max(MIN_MS, least('ordinary'))
}

function time(run: (text: string) => unknown, text: string): number {
  const before = process.threadCpuUsage()
  run(text)
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
