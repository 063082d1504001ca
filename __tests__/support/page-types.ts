/** One address of the sample paper for each kind of page a reader can open. */
export const PAGE_TYPES = [
  ['the front page', '/'],
  ['a story', '/posts/ferry-returns'],
  ['a long story with notes', '/posts/kettle-sand'],
  ['a story with tables', '/posts/budget-in-figures'],
  ['a gallery', '/posts/gallery-month'],
  ['a story in Arabic', '/posts/arabic-reading-shelf'],
  ['a story in Japanese', '/posts/shiomiura'],
  ['a section', '/sections/harbour'],
  ['a topic', '/tags/ferry'],
  ['a writer', '/authors/idris-pennock'],
  ['the archive', '/archive'],
  ['a month', '/archive/2026/11'],
  ['a standing page', '/about'],
  ['nothing', '/no-such-page'],
] as const
