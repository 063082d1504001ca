/**
 * The one rule for what the public may see at `now` (milliseconds), for rows with `published` and `expires`. Drafts and
 * copies are not in `listing` at all.
 */
export const LIVE = 'published <= :now AND (expires IS NULL OR expires > :now)'

/** The same for rows of `post`, where drafts and copies are. */
export const LIVE_POST = `slug IS NOT NULL AND draft = 0 AND ${LIVE}`

/** The same without those of the slugs in `:withheld` (a list as JSON), which are hidden though the index says otherwise. */
export const SHOWN_POST = `${LIVE_POST} AND slug NOT IN (SELECT value FROM json_each(:withheld))`

/** A story is news, as search engines count it, for 48 hours: at the last instant of these it no longer is. */
export const NEWS_MS = 48 * 3_600_000

/** How many older stories an article names from its section. A change re-renders as many newer ones. */
export const MORE_IN_SECTION = 4
