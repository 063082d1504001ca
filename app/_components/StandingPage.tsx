import type { Site } from '#lib/config/site.ts'
import type { Page } from '#lib/content/page.ts'
import { ListHeader } from './ListHeader.tsx'
import { toLanguageProps } from './language-props.ts'
import { Prose } from './Prose.tsx'

type Props = { page: Page; html: string; site: Pick<Site, 'name' | 'language'> }

/** A page that is not news: about the paper, how to reach it, what it corrected. */
export function StandingPage({ page, html, site }: Props) {
  return (
    <article className="shell standing-page" {...toLanguageProps(page, site)}>
      <ListHeader kicker={site.name} title={page.title} />
      <div className="standing-page-body">
        <Prose html={html} />
      </div>
    </article>
  )
}
