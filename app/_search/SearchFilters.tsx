import { getLabels } from '#lib/labels/get-labels.ts'
import { type Asked, toSearchPath } from '#lib/search/asked.ts'
import type { FacetCounts } from '#lib/search/query/count-facets.ts'

type Props = {
  asked: Asked
  facets: FacetCounts
  sectionNames: ReadonlyMap<string, string>
  language: string
}
type Choice = { name: string; path: string; isChosen: boolean; total?: number }

/** Ways to order and narrow what was found: links, each with the number of stories it leads to. */
export function SearchFilters({ asked, facets, sectionNames, language }: Props) {
  const labels = getLabels(language)
  const to = (change: Partial<Asked>) => toSearchPath({ ...asked, page: 1, ...change })
  const order: Choice[] = [
    { name: labels.bestFirst, path: to({ sort: 'best' }), isChosen: asked.sort === 'best' },
    { name: labels.newestFirst, path: to({ sort: 'newest' }), isChosen: asked.sort === 'newest' },
  ]
  const sections = facets.sections.map(({ value, total }) => ({
    name: sectionNames.get(value) ?? value,
    path: to({ section: value }),
    isChosen: asked.section === value,
    total,
  }))
  const years = facets.years.map(({ value, total }) => ({
    name: value,
    path: to({ from: value, to: value }),
    isChosen: asked.from === value && asked.to === value,
    total,
  }))
  return (
    <nav className="search-filters" aria-label={labels.narrowSearch}>
      <Choices label={labels.order} choices={order} />
      <Choices
        label={labels.section}
        choices={withAll(sections, labels.allSections, to({ section: null }), asked.section !== null)}
      />
      <Choices
        label={labels.year}
        choices={withAll(
          years,
          labels.allYears,
          to({ from: null, to: null }),
          asked.from !== null || asked.to !== null,
        )}
      />
    </nav>
  )
}

/** The way back, where something is chosen. One choice by itself is none. */
function withAll(choices: readonly Choice[], name: string, path: string, isNarrowed: boolean): Choice[] {
  if (isNarrowed) return [{ name, path, isChosen: false }, ...choices]
  return choices.length > 1 ? [...choices] : []
}

function Choices({ label, choices }: { label: string; choices: readonly Choice[] }) {
  if (choices.length === 0) return null
  return (
    <div className="search-choices">
      <h2 className="caps">{label}</h2>
      <ul>
        {choices.map(({ name, path, isChosen, total }) => (
          <li key={path}>
            <a href={path} rel="nofollow" {...(isChosen ? { 'aria-current': 'true' } : {})}>
              {name}
              {total !== undefined && <span className="search-count"> {total}</span>}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
