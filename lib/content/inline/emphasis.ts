/** A run of `*`, `_`, `~` or `=` that may open or close emphasis; `count` is how many of it are still text. */
export type Run = {
  mark: string
  count: number
  length: number
  opens: boolean
  closes: boolean
  /** Letters or digits on both sides: `f**king`. */
  isInside: boolean
}

const SPACE = /^\s?$/u
const PUNCTUATION = /[\p{P}\p{S}]/u
const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u

/**
 * What a run of marks can do by what stands around it: CommonMark's rules, with a script that writes no spaces counting as
 * a space beside punctuation (`**重点。**这样`).
 *
 * Source: https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis
 */
export function toRun(text: string, start: number, end: number): Run {
  const mark = text[start] ?? ''
  const [before, after] = [text.slice(0, start).at(-1) ?? '', text[end] ?? '']
  const isFree = (character: string) =>
    SPACE.test(character) || PUNCTUATION.test(character) || CJK.test(character)
  const left = !SPACE.test(after) && (!PUNCTUATION.test(after) || isFree(before))
  const right = !SPACE.test(before) && (!PUNCTUATION.test(before) || isFree(after))
  const isWordMark = mark !== '_'
  return {
    mark,
    count: end - start,
    length: end - start,
    opens: left && (isWordMark || !right || PUNCTUATION.test(before)),
    closes: right && (isWordMark || !left || PUNCTUATION.test(after)),
    isInside: !isFree(before) && !isFree(after),
  }
}

/** Takes the marks of paired runs off them: what is left is text. `parts` are words and runs in their order. */
export function pairRuns(parts: readonly (string | Run)[]): void {
  const openers: { run: Run; at: number }[] = []
  for (const [at, part] of parts.entries()) {
    if (typeof part === 'string') continue
    if (part.closes) closeRun(part, at, openers, parts)
    if (part.opens && part.count > 0) openers.push({ run: part, at })
  }
}

function closeRun(
  closer: Run,
  at: number,
  openers: { run: Run; at: number }[],
  parts: readonly (string | Run)[],
): void {
  for (let last = openers.length - 1; last >= 0 && closer.count > 0; last--) {
    const opener = openers[last]
    if (opener === undefined || !isPair(opener.run, closer)) continue
    if (opener.run.isInside && closer.isInside && holdsSpace(parts.slice(opener.at + 1, at))) continue
    const taken = Math.min(opener.run.count, closer.count)
    opener.run.count -= taken
    closer.count -= taken
    openers.length = opener.run.count > 0 ? last + 1 : last
  }
}

/** Strikethrough and marked text want two marks; of emphasis, the rule of three. */
function isPair(opener: Run, closer: Run): boolean {
  if (opener.mark !== closer.mark) return false
  if (opener.mark === '~' || opener.mark === '=') return opener.length === 2 && closer.length === 2
  const isBoth = (opener.closes || closer.opens) && (opener.length + closer.length) % 3 === 0
  return !isBoth || (opener.length % 3 === 0 && closer.length % 3 === 0)
}

/** `What the f**k is this f**king noise`: two words that hide a letter, not one that is bold from inside to inside. */
function holdsSpace(parts: readonly (string | Run)[]): boolean {
  return parts.some((part) => typeof part === 'string' && /\s/.test(part))
}
