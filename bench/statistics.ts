/** The value below which `share` (0 to 1) of the values lie. */
export function getPercentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function getMedian(values: readonly number[]): number {
  return getPercentile(values, 0.5)
}

/** `median 12 ms, p95 20 ms, p99 31 ms, most 40 ms` */
export function describeLatencies(values: readonly number[]): string {
  const at = (share: number) => `${getPercentile(values, share).toFixed(0)} ms`
  return `median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${Math.max(...values).toFixed(0)} ms`
}
