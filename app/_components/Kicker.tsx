import type { Term } from '#lib/content/post.ts'
import { toListPath } from '#lib/routes/paths.ts'
import './Kicker.css'

/** The section a story belongs to, above its headline. */
export function Kicker({ section }: { section: Term | null }) {
  if (section === null) return null
  return (
    <p className="kicker caps" data-section={section.slug}>
      <a href={toListPath({ kind: 'section', slug: section.slug })}>{section.name}</a>
    </p>
  )
}
