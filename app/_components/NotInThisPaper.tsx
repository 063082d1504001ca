import type { Site } from '#lib/config/site.ts'
import { ListHeader } from './ListHeader.tsx'
import { type Story, StoryCard } from './StoryCard.tsx'
import './Block.css'

type Props = {
  kicker: string
  title: string
  description: string
  latest: { site: Pick<Site, 'language' | 'timeZone'>; stories: readonly Story[] } | null
}

/** What a reader finds where nothing is: why that may be, and what there is instead. */
export function NotInThisPaper({ kicker, title, description, latest }: Props) {
  return (
    <div className="shell list-page">
      <ListHeader kicker={kicker} title={title} description={description}>
        <p className="list-header-links">
          <a href="/">Turn to the front page</a>
          <a href="/archive">Look in the archive</a>
        </p>
      </ListHeader>
      {latest !== null && latest.stories.length > 0 && (
        <section className="block">
          <div className="block-heading">
            <h2>The latest stories</h2>
          </div>
          <div className="block-row">
            {latest.stories.map((story) => (
              <StoryCard key={story.slug} story={story} site={latest.site} size="brief" heading="h3" />
            ))}
          </div>
        </section>
      )}
    </div>
  )
}
