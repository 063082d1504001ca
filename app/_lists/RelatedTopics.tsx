import type { Term } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { toListPath } from '#lib/routes/paths.ts'

/** Topics near this one, at the head of its list. */
export function RelatedTopics({ topics, language }: { topics: readonly Term[]; language: string }) {
  if (topics.length === 0) return null
  return (
    <nav aria-label={getLabels(language).relatedTopics}>
      <ul className="list-header-links">
        {topics.map(({ slug, name }) => (
          <li key={slug}>
            <a href={toListPath({ kind: 'tag', slug })}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
