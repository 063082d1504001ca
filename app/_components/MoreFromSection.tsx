import type { Site } from '#lib/config/site.ts'
import type { Term } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { SectionHeading } from './SectionHeading.tsx'
import { type Story, StoryCard } from './StoryCard.tsx'

type Props = { section: Term | null; stories: readonly Story[]; site: Pick<Site, 'language' | 'timeZone'> }

/** Where to read on: older stories of the same section. */
export function MoreFromSection({ section, stories, site }: Props) {
  if (section === null || stories.length === 0) return null
  return (
    <section className="more-from-section block">
      <SectionHeading section={section} {...getLabels(site.language).moreFrom} />
      <div className="block-row">
        {stories.map((story) => (
          <StoryCard
            key={story.slug}
            story={{ ...story, section: null }}
            site={site}
            place="onward"
            heading="h3"
          />
        ))}
      </div>
    </section>
  )
}
