import type { Term } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { toListPath } from '#lib/routes/paths.ts'

/** What a story is about, each word leading to the other stories about it. */
export function ArticleTags({ tags, language }: { tags: readonly Term[]; language: string }) {
  if (tags.length === 0) return null
  return (
    <nav className="article-tags" aria-label={getLabels(language).topicsOfStory} lang={language}>
      <ul>
        {tags.map(({ slug, name }) => (
          <li key={slug}>
            <a className="p-category" href={toListPath({ kind: 'tag', slug })} rel="tag">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
