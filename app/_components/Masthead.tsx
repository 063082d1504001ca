import type { Site } from '#lib/config/site.ts'
import type { Term } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { toListPath, toPath } from '#lib/routes/paths.ts'
import { toFurnitureProps } from './language-props.ts'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import './Masthead.css'

type Props = { site: Pick<Site, 'name' | 'tagline' | 'language' | 'search'>; sections: readonly Term[] }

/** The paper's nameplate and its sections. Front pages print the nameplate large. */
export function Masthead({ site, sections }: Props) {
  const labels = getLabels(site.language)
  return (
    <header className="masthead" {...toFurnitureProps(site)}>
      <div className="masthead-plate shell">
        <a className="masthead-name" href="/">
          {site.name}
        </a>
        {site.tagline !== '' && <p className="masthead-tagline">{site.tagline}</p>}
      </div>
      <nav className="masthead-nav shell" aria-label={labels.sections}>
        <ul>
          {sections.map(({ slug, name }) => (
            <li key={slug}>
              <a href={toListPath({ kind: 'section', slug })}>{name}</a>
            </li>
          ))}
          <li className="masthead-archive">
            <a href={toPath('archive')}>{labels.archive}</a>
          </li>
          {site.search.isOn && <SearchEntry language={site.language} />}
          <li className="masthead-theme">
            <ThemeSwitch label={labels.darkMode} />
          </li>
        </ul>
      </nav>
    </header>
  )
}

/** A link where there is little room, a box where there is more. */
function SearchEntry({ language }: Pick<Site, 'language'>) {
  const labels = getLabels(language)
  // For agents in the browser: https://webmachinelearning.github.io/webmcp/
  const tool = { toolname: 'search-paper', tooldescription: labels.searchPaper }
  return (
    <li className="masthead-search">
      <a href={toPath('search')}>{labels.search}</a>
      <search>
        <form action={toPath('search')} {...tool}>
          <input
            type="search"
            name="q"
            aria-label={labels.searchPaper}
            placeholder={labels.search}
            maxLength={300}
          />
          <button type="submit">
            <span className="visually-hidden">{labels.search}</span>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M10.5 10.5 15 15M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0Z" />
            </svg>
          </button>
        </form>
      </search>
    </li>
  )
}
