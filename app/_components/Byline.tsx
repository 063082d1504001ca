import { Fragment } from 'react'
import type { Term } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { toListFormat } from '#lib/labels/join-names.ts'
import { toListPath } from '#lib/routes/paths.ts'

/** “By Ada Quill, Ben Orrell and Cleo Marsh”, each name leading to what they wrote. */
export function Byline({ authors, language }: { authors: readonly Term[]; language: string }) {
  if (authors.length === 0) return null
  return (
    <p className="byline">
      {getLabels(language).by}{' '}
      {separate(authors, language).map(({ author, before }) => (
        <Fragment key={author.slug}>
          {before}
          <a
            className="p-author h-card"
            href={toListPath({ kind: 'author', slug: author.slug })}
            rel="author"
          >
            {author.name}
          </a>
        </Fragment>
      ))}
    </p>
  )
}

/** Puts before each name what the language puts there: a comma, an “and”. */
function separate(authors: readonly Term[], language: string): { author: Term; before: string }[] {
  const joined = toListFormat(language).formatToParts(authors.map(({ slug }) => slug))
  const names = joined.flatMap(({ type }, position) => (type === 'element' ? [position] : []))
  return authors.map((author, order) => {
    const before = joined[(names[order] ?? 0) - 1]
    return { author, before: before?.type === 'literal' ? before.value : '' }
  })
}
