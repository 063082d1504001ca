import type { Part } from '#lib/search/query/snippet.ts'

/** A text with what was searched for marked in it. */
export function MarkedText({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ text, isMatch }, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in its order
    isMatch ? <mark key={place}>{text}</mark> : text,
  )
}
