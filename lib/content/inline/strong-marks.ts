const RUN = /\*+/g

/**
 * `a **word **and`, `named** Ebb** here`: the spaces within strong marks, where CommonMark sees no marks then, go outside; marks
 * around nothing (`****`) go. A line whose marks do not pair is as it was.
 */
export function mendStrong(text: string): string {
  if (!/\*\*\s|\s\*\*|\*{4}/.test(text)) return text
  const plain = dropEmpty(text)
  const runs = Array.from(plain.matchAll(RUN), ({ index, 0: { length } }) => ({ index, length }))
  if (runs.length === 0 || runs.length % 2 > 0 || runs.some(({ length }) => length !== 2)) return plain
  let shown = ''
  let done = 0
  for (let at = 0; at < runs.length; at += 2) {
    const start = runs[at]?.index ?? 0
    const end = runs[at + 1]?.index ?? 0
    const inner = plain.slice(start + 2, end)
    shown +=
      plain.slice(done, start) + moveSpaces(inner, /\S/.test(plain.charAt(start - 1) + plain.charAt(end + 2)))
    done = end + 2
  }
  return shown + plain.slice(done)
}

/** `2 ** 3 ** 4` has spaces on both sides of each, and no words. */
function moveSpaces(inner: string, isBeside: boolean): string {
  const words = inner.trim()
  if (words === '') return inner === '' ? '****' : inner
  if (words === inner || (!isBeside && !/\p{L}{2}/u.test(words))) return `**${inner}**`
  const before = inner.startsWith(words) ? '' : ' '
  const after = inner.endsWith(words) ? '' : ' '
  return `${before}**${words}**${after}`
}

/** An odd one is half of nothing; two of them are strong twice. */
function dropEmpty(text: string): string {
  const runs = text.match(RUN) ?? []
  const isOdd = runs.filter(({ length }) => length === 4).length % 2 === 1
  const isOther = runs.some(({ length }) => length !== 4 && length !== 2)
  return isOdd && !isOther && text.trim() !== '****' ? text.replace(/(?<!\*)\*{4}(?!\*)/g, '') : text
}
