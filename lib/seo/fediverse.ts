/** Sites whose addresses look the same and are no part of the fediverse. */
const OTHERS = /(?:^|\.)(?:youtube\.com|medium\.com|tiktok\.com|substack\.com|flipboard\.video)$/

/** The first address of a person's that Mastodon can credit: `https://social.example/@ada` → `@ada@social.example`. */
export function findFediverseHandle(links: readonly string[]): string | null {
  for (const link of links) {
    const { hostname, pathname } = new URL(link)
    const name = /^\/@([\w.-]+)\/?$/.exec(pathname)?.[1]
    if (name !== undefined && !OTHERS.test(hostname)) return `@${name}@${hostname}`
  }
  return null
}
