/**
 * Text without the characters at its end that `set` matches one at a time. (A pattern such as `/-+$/` is tried again
 * from each dash of every run, which takes time with the square of a run's length.)
 */
export function trimEndOf(text: string, set: RegExp): string {
  let end = text.length
  for (;;) {
    const last = text.charCodeAt(end - 1)
    const width = last >= 0xdc00 && last <= 0xdfff ? 2 : 1
    if (end === 0 || !set.test(text.slice(Math.max(0, end - width), end))) return text.slice(0, end)
    end = Math.max(0, end - width)
  }
}
