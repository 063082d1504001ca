import type { ListRef } from '#lib/queries/queries.ts'

/** Where things live: the URL contract, in one place. All are absolute paths, percent-encoded. */
export function toPostPath(slug: string): string {
  return `/posts/${encodeURIComponent(slug)}`
}

export function toPagePath(slug: string): string {
  return `/${encodeURIComponent(slug)}`
}

/** Page 1 of a list is the list's own URL; further pages follow at `…/page/<n>`. */
export function toListPath(list: ListRef, page = 1): string {
  const root = toListRoot(list)
  if (page === 1) return root === '' ? '/' : root
  return `${root}/page/${page}`
}

function toListRoot(list: ListRef): string {
  switch (list.kind) {
    case 'all':
      return ''
    case 'section':
    case 'tag':
    case 'author':
      return `/${list.kind}s/${encodeURIComponent(list.slug)}`
    case 'year':
      return `/archive/${toYear(list.year)}`
    case 'month':
      return `/archive/${toYear(list.year)}/${String(list.month).padStart(2, '0')}`
  }
}

function toYear(year: number): string {
  return String(year).padStart(4, '0')
}
