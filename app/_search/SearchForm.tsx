import { getLabels } from '#lib/labels/get-labels.ts'
import { toPath } from '#lib/routes/paths.ts'
import type { Asked } from '#lib/search/asked.ts'
import { suggestStories } from '../_scripts/browser/suggest-stories.ts'
import { Script } from '../_scripts/Script.tsx'
import './SearchForm.css'

type Props = { language: string; asked?: Partial<Asked>; hint?: boolean }

/** Asks `/search`. What the reader chose before is asked along with new words. */
export function SearchForm({ language, asked = {}, hint = false }: Props) {
  const labels = getLabels(language)
  const kept = [
    ['section', asked.section],
    ['author', asked.author],
    ['from', asked.from],
    ['to', asked.to],
    ['sort', asked.sort === 'newest' ? 'newest' : null],
  ] as const
  // For agents in the browser: https://webmachinelearning.github.io/webmcp/
  const tool = { toolname: 'search', tooldescription: labels.searchHint }
  return (
    <search>
      <form className="search-form" action={toPath('search')} {...tool}>
        <label className="visually-hidden" htmlFor="search-words">
          {labels.searchPaper}
        </label>
        <input
          id="search-words"
          type="search"
          name="q"
          defaultValue={asked.q}
          maxLength={300}
          placeholder={labels.searchPaper}
          autoComplete="off"
          enterKeyHint="search"
          {...(hint ? { 'aria-describedby': 'search-hint' } : {})}
        />
        {kept.map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <button type="submit">{labels.search}</button>
        {hint && (
          <p id="search-hint" className="search-hint">
            {labels.searchHint}
          </p>
        )}
        <ul className="search-suggestions" aria-label={labels.searchSuggestions} aria-live="polite" hidden />
      </form>
      <Script run={suggestStories} />
    </search>
  )
}
