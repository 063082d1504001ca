/**
 * Work that can wait, one piece after the other: readers' own work comes first. What is too much is left undone, and
 * what fails is reported.
 */
export function createBackground(
  mostWaiting: number,
  report: (error: unknown) => void,
): (work: () => Promise<void>) => void {
  let waiting = 0
  let last = Promise.resolve()
  return (work) => {
    if (waiting >= mostWaiting) return
    waiting += 1
    last = last
      .then(work)
      .catch(report)
      .finally(() => {
        waiting -= 1
      })
  }
}
