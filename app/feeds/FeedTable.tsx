import { getLabels } from '#lib/labels/get-labels.ts'
import type { HeadLink } from '#lib/seo/page-metadata.ts'
import './FeedTable.css'

type Props = { lists: readonly { name: string; links: readonly HeadLink[] }[]; language: string }

const FORMATS = ['RSS', 'Atom', 'JSON Feed']

/** Each list with its feed in every format, and all of them as one file. */
export function FeedTable({ lists, language }: Props) {
  const labels = getLabels(language)
  return (
    <div className="feed-table">
      <ul>
        {lists.map(({ name, links }) => (
          <li key={name}>
            <span>{name}</span>
            <ul aria-label={labels.feedsOf(name)}>
              {links.map(({ path, type }, position) => (
                <li key={path}>
                  <a href={path} type={type}>
                    {FORMATS[position]}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p>
        <a href="/feeds.opml" type="text/x-opml">
          {labels.allFeeds}
        </a>
      </p>
    </div>
  )
}
