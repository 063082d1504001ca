import type { BreadcrumbList } from 'schema-dts'

/** A page on the way from the front page: its name and its absolute path. */
export type Crumb = { name: string; path: string }

/** The way from the front page to this one; the last crumb is the page itself. */
export function buildBreadcrumbs(crumbs: readonly Crumb[], siteUrl: string): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, position) => ({
      '@type': 'ListItem',
      position: position + 1,
      name,
      item: siteUrl + path,
    })),
  }
}
