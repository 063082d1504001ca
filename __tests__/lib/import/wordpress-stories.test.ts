import {
  countItems,
  type ImportOutcome,
  listProblems,
  removeFolder,
  runImport,
} from '../../support/exports/run-import.ts'
import { renderWxr, type WxrItemSpec } from '../../support/exports/wxr.ts'
import { library, PICTURES } from '../../support/exports/wxr-library.ts'

type Case = [name: string, item: WxrItemSpec, file: string | null, parts: string[], note?: string]

const dated = (slug: string) => `posts/2014/2014-06-30-${slug}.md`

/** Posts and pages: what is written, and what the report says. `null`: nothing is written. */
const stories: Case[] = [
  [
    'a plain post',
    {},
    dated('story-1'),
    ["date: '2014-06-30T21:00:25Z'", '- Ada Quill', '\nThe chain arrived.\n'],
  ],
  ['old addresses', { slug: 'ferry' }, dated('ferry'), ['- /2014/06/30/ferry/', '- /?p=2']],
  [
    'earlier slugs',
    {
      slug: 'now',
      meta: [
        ['_wp_old_slug', 'then'],
        ['_wp_old_slug', 'before'],
      ],
    },
    dated('now'),
    ['- /2014/06/30/then/', '- /2014/06/30/before/'],
  ],
  [
    'an earlier day',
    { slug: 'day', meta: [['_wp_old_date', '2014-05-01']] },
    dated('day'),
    ['- /2014/05/01/day/'],
  ],
  [
    'entities and tags in a title',
    { title: 'Salt &amp; <em>sand</em> &#8211; “x” < y' },
    dated('story-5'),
    ['title: Salt & sand – “x” < y'],
  ],
  [
    'a title that YAML would misread',
    { title: 'Is #MeToo: a “no” - 404' },
    dated('story-6'),
    ["title: 'Is #MeToo: a “no” - 404'"],
  ],
  ['no title', { title: '', slug: '' }, dated('post-7'), [], 'it has no title'],
  ['no slug', { title: 'Ferry returns', slug: '' }, dated('ferry-returns'), []],
  [
    'a slug in another script',
    { slug: '%e6%b8%a1%e8%88%b9' },
    dated('渡船'),
    ['- /2014/06/30/%e6%b8%a1%e8%88%b9/'],
  ],
  ['a dot in a slug', { slug: 'version-2.io' }, dated('version-2-io'), ['slug: version-2.io']],
  [
    'a draft',
    { status: 'draft', slug: 'draft-one', gmt: '0000-00-00 00:00:00' },
    dated('draft-one'),
    ['draft: true', "date: '2014-06-30 22:00:25'"],
    'its status was "draft"',
  ],
  ['one under review', { status: 'pending' }, dated('story-12'), ['draft: true'], 'its status was "pending"'],
  ['a private one', { status: 'private' }, dated('story-13'), ['draft: true'], 'its status was "private"'],
  [
    'a status of a plug-in',
    { status: 'assigned' },
    dated('story-14'),
    ['draft: true'],
    'its status was "assigned"',
  ],
  ['one behind a password', { password: 'tide' }, dated('story-15'), ['draft: true'], 'behind a password'],
  [
    'a scheduled one',
    { status: 'future', date: '2031-01-02 03:04:05', gmt: '2031-01-02 03:04:05' },
    'posts/2031/2031-01-02-story-16.md',
    ["date: '2031-01-02T03:04:05Z'"],
  ],
  ['one in the bin', { status: 'trash' }, null, [], 'it was in the bin'],
  ['an empty draft', { status: 'auto-draft' }, null, [], 'an empty draft'],
  ['a sticky one', { sticky: true }, dated('story-19'), ['featured: true']],
  [
    'a change after publishing',
    { modified: '2015-01-01 00:00:00' },
    dated('story-20'),
    ["updated: '2015-01-01T00:00:00Z'"],
  ],
  [
    'an excerpt',
    { excerpt: 'A <b>short</b> &amp; sweet one' },
    dated('story-21'),
    ['description: A short & sweet one'],
  ],
  [
    'a category and a tag',
    {
      terms: [
        ['category', 'news', 'News'],
        ['post_tag', 'tide', 'Tide & time'],
      ],
    },
    dated('story-22'),
    ['section: News', '- Tide & time'],
  ],
  [
    'the first category of several',
    {
      terms: [
        ['category', 'art', 'Art'],
        ['category', 'sport', 'Sport &amp; Games'],
      ],
      meta: [['_yoast_wpseo_primary_category', '7']],
    },
    dated('story-23'),
    ['section: Sport & Games', '- Art'],
  ],
  ['uncategorized', { terms: [['category', 'uncategorized', 'Uncategorized']] }, dated('story-24'), []],
  [
    'a taxonomy of its own',
    { terms: [['series', 'tides', 'The Tides']] },
    dated('story-25'),
    [],
    'its terms of "series" were left out: The Tides',
  ],
  ['an author without a display name', { creator: 'bo' }, dated('story-26'), ['- Bo Staithe']],
  ['an author nobody lists', { creator: 'cy' }, dated('story-27'), ['- cy']],
  [
    'co-authors',
    {
      terms: [
        ['author', 'cap-ada', 'ada'],
        ['author', 'cap-guest', 'guest'],
      ],
    },
    dated('story-28'),
    ['- Ada Quill\n  - Gwen Guest'],
  ],
  [
    'a featured picture',
    { meta: [['_thumbnail_id', '901']] },
    dated('story-29'),
    [`src: ${PICTURES}/a.jpg`, 'alt: A crane', 'caption: At dusk & dawn'],
  ],
  [
    'a featured picture that is not there',
    { meta: [['_thumbnail_id', '999']] },
    dated('story-30'),
    [],
    'its featured picture is not in the export',
  ],
  [
    'a canonical address',
    { meta: [['_yoast_wpseo_canonical', 'https://first.example/a']] },
    dated('story-31'),
    ['canonical: https://first.example/a'],
  ],
  [
    'hidden from search',
    { meta: [['_yoast_wpseo_meta-robots-noindex', '1']] },
    dated('story-32'),
    ['noindex: true'],
  ],
  [
    'custom fields',
    {
      meta: [
        ['price', '3'],
        ['_edit_lock', '1'],
      ],
    },
    dated('story-33'),
    [],
    'custom fields were left out: price',
  ],
  ['comments', { comments: 3 }, dated('story-34'), [], '3 comments were left out'],
  [
    'a page',
    { type: 'page', slug: 'about', link: 'https://old.example/about/' },
    'pages/about.md',
    ['title: Story 35', '- /?page_id=35'],
  ],
  ['a page whose name the site has taken', { type: 'page', slug: 'archive' }, 'pages/archive-page.md', []],
  ['a menu item', { type: 'nav_menu_item' }, null, [], 'of the type "nav_menu_item"'],
  ['a type of a plug-in', { type: 'event' }, null, [], '--types event'],
  ['a type that was asked for', { type: 'review', slug: 'ale' }, dated('ale'), []],
  [
    'the sound of a podcast',
    { slug: 'listen', meta: [['enclosure', 'https://old.example/quay.mp3\n21169426\naudio/mpeg\na:0:{}']] },
    dated('listen'),
    ['The chain arrived.\n\n<audio src="https://old.example/quay.mp3"></audio>\n'],
  ],
  [
    'sound that stands in the text already',
    {
      slug: 'heard',
      content: '<audio src="https://old.example/quay.mp3"></audio>',
      meta: [['enclosure', 'https://old.example/quay.mp3\n1\naudio/mpeg']],
    },
    dated('heard'),
    ['---\n\n<audio src="https://old.example/quay.mp3"></audio>\n'],
  ],
]

describe('posts and pages of WordPress', () => {
  let outcome: ImportOutcome

  beforeAll(async () => {
    const items = [...stories.map(([, item], index) => ({ id: index + 1, ...item })), ...library]
    outcome = await runImport('export.xml', renderWxr(items), { types: ['review'] })
  })

  afterAll(() => removeFolder(outcome))

  it.each(stories.map((story, index) => [story[0], index] as const))('brings %s', (_, index) => {
    const [, , file, parts, note] = stories[index] ?? []
    const item = outcome.items.find(({ id }) => id === String(index + 1))
    expect(item?.file).toBe(file)
    const text = outcome.files.get(file ?? '') ?? ''
    for (const part of parts ?? []) expect(text).toContain(part)
    expect(item?.notes.join('\n')).toContain(note ?? '')
  })

  it('writes nothing that the site’s own parser has to complain of', () => {
    expect(listProblems(outcome.files)).toEqual([])
  })

  it('accounts for every item', () => {
    const items = stories.length + library.length
    expect(countItems(outcome)).toEqual({ items, listed: items, sum: items, isWhole: true })
    expect(items).toBeGreaterThan(40)
  })

  it('does not mark what was public as a draft, and the other way round', () => {
    const drafts = outcome.items.filter(({ draft }) => draft).map(({ id }) => Number(id))
    expect(drafts).toEqual([11, 12, 13, 14, 15])
  })
})
