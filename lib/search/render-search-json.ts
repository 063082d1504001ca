import { toPath, toPostPath } from '#lib/routes/paths.ts'
import { type Asked, toSearchPath } from './asked.ts'
import type { SearchResult } from './search.ts'

/** A page of hits for programs. All addresses are absolute; `snippet` is plain text, `marks` are the words in it that matched. */
export function renderSearchJson(asked: Asked, result: SearchResult, siteUrl: string): string {
  const { text, total, isMore, page, pages, isLoose, isPartial, corrected, suggestions, facets } = result
  const toUrl = (number: number) => siteUrl + toSearchPath({ ...asked, page: number }, toPath('searchJson'))
  return JSON.stringify({
    query: text,
    total,
    isMore,
    page,
    pages,
    next: page < pages ? toUrl(page + 1) : null,
    isLoose,
    isPartial,
    corrected,
    suggestions,
    sections: facets.sections,
    years: facets.years,
    hits: result.hits.map(({ summary, snippet }) => ({
      url: siteUrl + toPostPath(summary.slug),
      title: summary.title,
      snippet: snippet.map((part) => part.text).join(''),
      marks: [...new Set(snippet.filter(({ isMatch }) => isMatch).map((part) => part.text))],
      language: summary.language,
      published: summary.published,
      section: summary.section?.name ?? null,
      authors: summary.authors.map(({ name }) => name),
    })),
  })
}
