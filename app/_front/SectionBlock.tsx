import type { Site } from '#lib/config/site.ts'
import type { SectionSummary } from '#lib/queries/queries.ts'
import { hasShownPicture } from '#lib/queries/shown-picture.ts'
import { SectionHeading } from '../_components/SectionHeading.tsx'
import { type Story, StoryCard } from '../_components/StoryCard.tsx'

type Props = {
  section: Pick<SectionSummary, 'slug' | 'name' | 'description' | 'layout'>
  stories: readonly Story[]
  site: Pick<Site, 'language' | 'timeZone'>
}

/** A section's place on the front page, in the layout that site.yaml gives it. */
export function SectionBlock(props: Props) {
  return props.section.layout === 'opinion' ? <OpinionBlock {...props} /> : <NewsBlock {...props} />
}

function NewsBlock({ section, stories, site }: Props) {
  return (
    <section className="block" data-section={section.slug}>
      <SectionHeading section={section} description={section.description} />
      <div className="block-main" data-layout={toLayout(stories)}>
        {stories.map((story, index) => (
          <StoryCard
            key={story.slug}
            story={{ ...story, section: null }}
            site={site}
            place={index === 0 ? 'block-first' : 'block-beside'}
            heading="h3"
          />
        ))}
      </div>
    </section>
  )
}

/** Pictures are set beside each other, the first one large; stories without any stand in even columns. */
function toLayout(stories: readonly Story[]): 'even' | 'single' | 'pictured' {
  if (!stories.some(hasShownPicture)) return 'even'
  return stories.length === 1 ? 'single' : 'pictured'
}

/** The writer comes first, and there is no picture. Newest first: no picture calls for another order. */
function OpinionBlock({ section, stories, site }: Props) {
  const newestFirst = stories.toSorted((a, b) => Date.parse(b.published) - Date.parse(a.published))
  return (
    <section className="block block-opinion">
      <SectionHeading section={section} description={section.description} />
      <div className="block-row">
        {newestFirst.map((story) => (
          <StoryCard
            key={story.slug}
            story={{ ...story, section: null }}
            site={site}
            place="brief"
            heading="h3"
          />
        ))}
      </div>
    </section>
  )
}
