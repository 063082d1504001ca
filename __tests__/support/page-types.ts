/** One address of the sample paper for each kind of page a reader can open. */
export const PAGE_TYPES = [
  ['the front page', '/'],
  ['a story', '/posts/ferry-returns'],
  ['a long story with notes', '/posts/kettle-sand'],
  ['a story with tables', '/posts/budget-in-figures'],
  ['a gallery', '/posts/gallery-month'],
  ['a story in Arabic', '/posts/arabic-reading-shelf'],
  ['a story in Japanese', '/posts/shiomiura'],
  ['a live story that has ended', '/posts/surge-night-live'],
  ['an update of a live story', '/posts/surge-night-live/updates/2026-11-20-2302'],
  ['a section', '/sections/harbour'],
  ['a topic', '/tags/ferry'],
  ['a writer', '/authors/idris-pennock'],
  ['the archive', '/archive'],
  ['a search', '/search?q=ferry'],
  ['a search for a word that is nowhere', '/search?q=ferrry+qqqqqq'],
  ['a month', '/archive/2026/11'],
  ['a standing page', '/about'],
  ['the corrections', '/corrections'],
  ['the statement on accessibility', '/accessibility'],
  ['the second page of a list', '/page/2'],
  ['a story that is gone', '/posts/pumpkin-notice'],
  ['nothing', '/no-such-page'],
] as const

/** Fewer of them, for what hardly differs from one kind to the next. */
export const MAIN_PAGES = [
  '/',
  '/posts/ferry-returns',
  '/sections/harbour',
  '/tags/ferry',
  '/authors/idris-pennock',
  '/archive',
  '/archive/2026',
  '/archive/2026/11',
  '/about',
  '/posts/none',
] as const
