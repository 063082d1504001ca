import type { Term } from '#lib/content/post.ts'
import { toListPath } from '#lib/routes/paths.ts'
import './Block.css'

type Props = { section: Term; before?: string; after?: string; description?: string }

/** The name at the head of a block of stories, leading to all of its section. */
export function SectionHeading({ section, before = '', after = '', description = '' }: Props) {
  return (
    <div className="block-heading">
      <h2>
        {before}
        <a href={toListPath({ kind: 'section', slug: section.slug })}>{section.name}</a>
        {after}
      </h2>
      {description !== '' && <p>{description}</p>}
    </div>
  )
}
