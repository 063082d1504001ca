import type { Site } from '#lib/config/site.ts'
import type { PostSummary } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { toPostPath } from '#lib/routes/paths.ts'
import { formatDate } from '#lib/time/format-date.ts'
import { Time } from './Time.tsx'
import './Corrections.css'

type Props = {
  stories: readonly Pick<PostSummary, 'slug' | 'title' | 'corrections'>[]
  site: Pick<Site, 'language' | 'timeZone'>
}

/** Every correction of the paper, the latest first, each with the story it is of. */
export function CorrectionList({ stories, site }: Props) {
  const corrections = stories
    .flatMap(({ slug, title, corrections }) =>
      corrections.map((correction) => ({ slug, title, ...correction })),
    )
    .toSorted((a, b) => Date.parse(b.date) - Date.parse(a.date))
  if (corrections.length === 0) return <p className="list-empty">{getLabels(site.language).noCorrections}</p>
  return (
    <ul className="correction-list">
      {corrections.map(({ slug, title, date, text }) => (
        <li key={slug + date + text}>
          <p>
            <Time instant={date} text={formatDate(date, site)} /> <a href={toPostPath(slug)}>{title}</a>
          </p>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  )
}
