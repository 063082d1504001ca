/** What stories are filed under: each has lists of its own. */
export const TERM_KINDS = ['section', 'tag', 'author'] as const

export type TermKind = (typeof TERM_KINDS)[number]

/** A list a reader can open, as the index names it. `slug` is '' for `all`, `2026` for a year, `2026-11` for a month. */
export type ListName = { kind: 'all' | TermKind | 'year' | 'month'; slug: string }

/** A list of stories a URL can name. Months count from 1, in the paper's time zone. */
export type ListRef =
  | { kind: 'all' }
  | { kind: TermKind; slug: string }
  | { kind: 'year'; year: number }
  | { kind: 'month'; year: number; month: number }

export function isTermKind(kind: string): kind is TermKind {
  return TERM_KINDS.some((known) => known === kind)
}

/** A list's parameters as its URL writes them: `['2026', '03']` for a month, none for all stories. */
export function toListParams(list: ListRef): string[] {
  switch (list.kind) {
    case 'all':
      return []
    case 'year':
      return [toYear(list.year)]
    case 'month':
      return [toYear(list.year), String(list.month).padStart(2, '0')]
    default:
      return [list.slug]
  }
}

/** The list as the index names it. */
export function toListName(list: ListRef): ListName {
  return { kind: list.kind, slug: toListParams(list).join('-') }
}

function toYear(year: number): string {
  return String(year).padStart(4, '0')
}
