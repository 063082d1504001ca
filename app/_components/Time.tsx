/** The one way a moment is printed: words for people, the instant for machines. */
export function Time({ instant, text, className }: { instant: string; text: string; className?: string }) {
  return (
    <time dateTime={instant} className={className}>
      {text}
    </time>
  )
}

/** A day that a script may say as “3 hours ago” while it is fresh. */
export function RecentTime({ instant, text }: { instant: string; text: string }) {
  return (
    <time dateTime={instant} data-relative="" suppressHydrationWarning>
      {text}
    </time>
  )
}
