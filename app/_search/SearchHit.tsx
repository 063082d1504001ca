import type { Site } from '#lib/config/site.ts'
import { joinNames } from '#lib/labels/join-names.ts'
import { toPostPath } from '#lib/routes/paths.ts'
import type { Hit } from '#lib/search/search.ts'
import { formatDate } from '#lib/time/format-date.ts'
import { Kicker } from '../_components/Kicker.tsx'
import { toLanguageProps } from '../_components/language-props.ts'
import { Time } from '../_components/Time.tsx'
import { MarkedText } from './MarkedText.tsx'

type Props = { hit: Hit; site: Pick<Site, 'language' | 'timeZone'> }

/** A story that was found, in its own language and direction. */
export function SearchHit({ hit: { summary, title, snippet }, site }: Props) {
  const words = toLanguageProps(summary, site)
  const names = summary.authors.map(({ name }) => name)
  return (
    <article className="search-hit">
      <Kicker section={summary.section} />
      <h2 {...words}>
        <a href={toPostPath(summary.slug)}>
          <MarkedText parts={title} />
        </a>
      </h2>
      <p className="search-snippet" {...words}>
        <MarkedText parts={snippet} />
      </p>
      <p className="search-line">
        {names.length > 0 && <span>{joinNames(names, site.language)}</span>}
        <Time instant={summary.published} text={formatDate(summary.published, site)} />
      </p>
    </article>
  )
}
