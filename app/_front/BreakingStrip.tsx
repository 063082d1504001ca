import type { Site } from '#lib/config/site.ts'
import type { PostSummary } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { toPostPath } from '#lib/routes/paths.ts'
import { toLanguageProps } from '../_components/language-props.ts'
import './BreakingStrip.css'

type Props = {
  stories: readonly Pick<PostSummary, 'slug' | 'title' | 'language' | 'direction'>[]
  /** The line of site.yaml, while it stands. */
  line: Site['breaking'] | null
  site: Pick<Site, 'language'>
}

/** What has just happened, above everything else. Nothing at all on a quiet day. */
export function BreakingStrip({ stories, line, site }: Props) {
  if (stories.length === 0 && line === null) return null
  const { breaking } = getLabels(site.language)
  return (
    <section className="breaking" aria-label={breaking}>
      <p className="breaking-label caps">{breaking}</p>
      <ul>
        {line !== null && line !== undefined && (
          <li>{line.href === undefined ? line.text : <a href={line.href}>{line.text}</a>}</li>
        )}
        {stories.map((story) => (
          <li key={story.slug} {...toLanguageProps(story, site)}>
            <a href={toPostPath(story.slug)}>{story.title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
