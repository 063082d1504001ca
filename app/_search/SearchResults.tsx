import type { Site } from '#lib/config/site.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { toPath } from '#lib/routes/paths.ts'
import { type Asked, toSearchPath } from '#lib/search/asked.ts'
import type { SearchResult } from '#lib/search/search.ts'
import { SearchFilters } from './SearchFilters.tsx'
import { SearchHit } from './SearchHit.tsx'
import { SearchPages } from './SearchPages.tsx'

type Props = {
  asked: Asked
  result: SearchResult
  site: Pick<Site, 'language' | 'timeZone'>
  sectionNames: ReadonlyMap<string, string>
}

/** What a search found: ways to narrow it, the stories, and the ways on; or what to do where it found nothing. */
export function SearchResults({ asked, result, site, sectionNames }: Props) {
  const labels = getLabels(site.language)
  return (
    <div className="search-results">
      <Suggestions asked={asked} result={result} language={site.language} />
      {result.total === 0 ? (
        <p className="list-empty">
          {labels.noHitsHelp} <a href={toPath('archive')}>{labels.toArchive}</a>
        </p>
      ) : (
        <>
          <SearchFilters
            asked={asked}
            facets={result.facets}
            sectionNames={sectionNames}
            language={site.language}
          />
          <div className="search-hits">
            {result.hits.map((hit) => (
              <SearchHit key={hit.summary.slug} hit={hit} site={site} />
            ))}
            {result.page >= result.pages && isCut(result) && (
              <p className="search-note">{labels.tooManyHits}</p>
            )}
          </div>
          <SearchPages asked={asked} page={result.page} pages={result.pages} language={site.language} />
        </>
      )}
    </div>
  )
}

/** Whether there are stories that no page shows. */
function isCut({ isMore, total, pages }: SearchResult): boolean {
  return isMore || total > pages * 10
}

function Suggestions({ asked, result, language }: Pick<Props, 'asked' | 'result'> & { language: string }) {
  const labels = getLabels(language)
  const others = result.suggestions.filter((text) => text !== result.corrected)
  return (
    <>
      {result.isLoose && <p className="search-note">{labels.looseHits}</p>}
      {result.corrected !== null && (
        <p className="search-note">{labels.correctedHits(result.text, result.corrected)}</p>
      )}
      {others.length > 0 && (
        <p className="search-note">
          {labels.didYouMean}{' '}
          {others.map((text) => (
            <a key={text} className="search-suggestion" href={toSearchPath({ ...asked, q: text, page: 1 })}>
              {text}
            </a>
          ))}
        </p>
      )}
    </>
  )
}
