import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { type Story, StoryCard } from './StoryCard.tsx'
import './Block.css'

type Props = { stories: readonly Story[]; site: Pick<Site, 'language' | 'timeZone'> }

/** Where to read on: stories about the same. */
export function RelatedStories({ stories, site }: Props) {
  return (
    <section className="related-stories block">
      <div className="block-heading">
        <h2>{getLabels(site.language).relatedStories}</h2>
      </div>
      <div className="block-row">
        {stories.map((story) => (
          <StoryCard key={story.slug} story={story} site={site} place="onward" heading="h3" />
        ))}
      </div>
    </section>
  )
}
