/** The one way a moment is printed: words for people, the instant for machines. */
export function Time({ instant, text }: { instant: string; text: string }) {
  return <time dateTime={instant}>{text}</time>
}
