import type { ComponentProps } from 'react'
import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import type { PostPage, SectionSummary } from '#lib/queries/queries.ts'
import { formatDay, toDay } from '#lib/time/format-date.ts'
import { Pagination } from '../_components/Pagination.tsx'
import { type Story, StoryCard } from '../_components/StoryCard.tsx'
import { BreakingStrip } from './BreakingStrip.tsx'
import { LatestColumn } from './LatestColumn.tsx'
import type { FrontPlan } from './plan-front-page.ts'
import { SectionBlock } from './SectionBlock.tsx'
import './FrontPage.css'

type Props = {
  site: Pick<Site, 'name' | 'language' | 'timeZone'>
  plan: FrontPlan<Story, SectionSummary>
  newest: Pick<PostPage, 'page' | 'pages'>
  /** The moment the page is of. */
  now: Date
  breaking: Pick<ComponentProps<typeof BreakingStrip>, 'stories' | 'line'>
}

/** The paper's front: what day it is, what matters now, what is new, then each section's own block. */
export function FrontPage({ site, plan, newest, now, breaking }: Props) {
  const labels = getLabels(site.language)
  const today = now.toISOString()
  return (
    <div className="front shell">
      <h1 className="visually-hidden">{labels.frontPage(site.name)}</h1>
      <p className="front-date">
        <time dateTime={toDay(today, site.timeZone)}>{formatDay(today, site)}</time>
      </p>
      <BreakingStrip {...breaking} site={site} />
      {plan.lead === null ? (
        <p className="front-empty">{labels.firstEdition}</p>
      ) : (
        <Splash {...plan} lead={plan.lead} site={site} today={today} />
      )}
      {plan.blocks.map(({ section, stories }) => (
        <SectionBlock key={section.slug} section={section} stories={stories} site={site} />
      ))}
      <Rest stories={plan.rest} site={site} />
      <Pagination list={{ kind: 'all' }} stories={newest} language={site.language} />
    </div>
  )
}

type SplashProps = Pick<Props, 'site'> & { lead: Story; seconds: Story[]; latest: Story[]; today: string }

/** The top of the front page. */
function Splash({ lead, seconds, latest, site, today }: SplashProps) {
  const [first, ...beside] = seconds
  return (
    <div className="front-splash" data-columns={nameColumns(beside, latest)}>
      <div className="front-main">
        <StoryCard story={lead} site={site} place="front-lead" heading="h2" />
        {first !== undefined && <StoryCard story={first} site={site} place="front-second" heading="h2" />}
      </div>
      {beside.length > 0 && (
        <div className="front-seconds">
          {beside.map((story) => (
            <StoryCard key={story.slug} story={story} site={site} place="front-beside" heading="h2" />
          ))}
        </div>
      )}
      <LatestColumn stories={latest} today={today} site={site} />
    </div>
  )
}

function nameColumns(beside: readonly Story[], latest: readonly Story[]): string | undefined {
  if (latest.length > 0) return 'latest'
  return beside.length > 0 ? 'seconds' : undefined
}

function Rest({ stories, site }: { stories: readonly Story[]; site: Props['site'] }) {
  if (stories.length === 0) return null
  return (
    <section className="block">
      <div className="block-heading">
        <h2>{getLabels(site.language).alsoPrinted}</h2>
      </div>
      <div className="block-row">
        {stories.map((story) => (
          <StoryCard key={story.slug} story={story} site={site} place="brief" heading="h3" />
        ))}
      </div>
    </section>
  )
}
