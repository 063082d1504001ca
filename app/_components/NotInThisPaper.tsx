import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { toPath } from '#lib/routes/paths.ts'
import { SearchForm } from '../_search/SearchForm.tsx'
import { ListHeader } from './ListHeader.tsx'
import { type Story, StoryCard } from './StoryCard.tsx'
import './Block.css'

const REASONS = {
  missing: { status: '404', title: 'missingTitle', text: 'missingText' },
  gone: { status: '410', title: 'goneTitle', text: 'goneText' },
} as const

type Props = {
  reason: keyof typeof REASONS
  language: string
  /** Words of the address, to search for. */
  words?: string
  latest: { site: Pick<Site, 'language' | 'timeZone' | 'search'>; stories: readonly Story[] } | null
}

/** What a reader finds where nothing is: why that may be, and what there is instead. */
export function NotInThisPaper({ reason, language, words = '', latest }: Props) {
  const labels = getLabels(language)
  const { status, title, text } = REASONS[reason]
  return (
    <div className="shell list-page">
      <ListHeader kicker={status} title={labels[title]} description={labels[text]}>
        {latest?.site.search.isOn && <SearchForm language={language} asked={{ q: words }} />}
        <p className="list-header-links">
          <a href="/">{labels.toFrontPage}</a>
          <a href={toPath('archive')}>{labels.toArchive}</a>
        </p>
      </ListHeader>
      {latest !== null && latest.stories.length > 0 && (
        <section className="block">
          <div className="block-heading">
            <h2>{labels.latestStories}</h2>
          </div>
          <div className="block-row">
            {latest.stories.map((story) => (
              <StoryCard key={story.slug} story={story} site={latest.site} place="brief" heading="h3" />
            ))}
          </div>
        </section>
      )}
    </div>
  )
}
