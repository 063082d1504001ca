import { DatabaseSync } from 'node:sqlite'
import { listProblems } from '#lib/index/problems.ts'
import { listCorrected } from '#lib/queries/corrected.ts'
import { getHealth } from '#lib/queries/health.ts'
import { getIdentityPath } from '#lib/queries/identity.ts'
import { listBreaking } from '#lib/queries/list-breaking.ts'
import { listTerms } from '#lib/queries/list-terms.ts'
import { listVersions } from '#lib/queries/list-versions.ts'
import { getLivePage } from '#lib/queries/live-blog/list-updates.ts'
import {
  getAuthor,
  getNeighbours,
  getPage,
  getPost,
  getShownPost,
  getTerm,
  isLive,
  listLatest,
  listMonths,
  listMoreInSection,
  listNewestSlugs,
  listPosts,
  listSections,
} from '#lib/queries/queries.ts'
import { renderPost } from '#lib/queries/render/render-text.ts'
import { listRelated } from '#lib/queries/search/search-stories.ts'
import { resolvePath } from '#lib/router/resolve-path.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { syncIndex } from '#lib/sync/sync.ts'
import { toPostText } from '../../support/paper.ts'
import { setUpPaper } from '../../support/test-paper.ts'

const NOW = new Date('2026-06-15T12:00:00Z')

const paper = setUpPaper({
  'posts/tide.md': toPostText({
    title: 'Tide',
    date: '2026-06-01',
    section: 'Harbour',
    tags: '[tides]',
    author: 'Ada Quill',
    corrections: '[{date: 2026-06-02, text: It was Monday.}]',
  }),
  'posts/ebb.md': toPostText(
    { title: 'Ebb', date: '2026-06-02', section: 'Harbour' },
    'See [the tide](tide.md).\n',
  ),
  'posts/flood.md': toPostText(
    { title: 'Flood', date: '2026-06-03', type: 'live' },
    '## 18:00 One\n\nOne.\n',
  ),
  'pages/about.md': '---\ntitle: About\n---\nThe paper.\n',
})

/** Tables with a row for each story, or several. A walk through one grows with the archive, and every reader waits for it. */
const LARGE =
  'post|listing|packed_body|file|alias|identity|translation|live_update|problem|picture|picture_use|reference|tag|search_story|search_word'
const WALK = new RegExp(`^SCAN (?:${LARGE})\\b|\\bpost_published \\(published<\\?\\)|AUTOMATIC`)

/** What is at fault, and no others. */
const FEW = / INDEX (?:problem_error|picture_fault)$/

async function askEverything(): Promise<void> {
  const post = await getPost('tide', NOW)
  if (post === null) throw new Error('The paper has no such story.')
  for (const kind of ['section', 'tag', 'author'] as const) {
    await listLatest({ kind, slug: 'tides' }, 3, NOW)
    await listPosts({ kind, slug: 'tides' }, 1, NOW)
  }
  await listPosts({ kind: 'all' }, 2, NOW)
  await Promise.all([getShownPost('tide', NOW), isLive('tide', NOW), listMonths(NOW), listSections(NOW)])
  await Promise.all([getNeighbours(post, NOW), listMoreInSection(post, 3, NOW), listNewestSlugs(3, NOW)])
  await Promise.all([
    getTerm('tag', 'tides', NOW),
    listTerms('tag', 1, NOW),
    getAuthor('ada-quill'),
    getPage('about'),
  ])
  await Promise.all([
    listCorrected(5, NOW),
    listBreaking(NOW),
    listVersions(post, NOW),
    getIdentityPath(post),
  ])
  await Promise.all([getLivePage('flood', 1), renderPost(post, NOW), listRelated(post, [], 3, NOW)])
  for (const path of ['/posts/tide', '/posts/none', '/old/tide.html', '/about', '/tags/tides'])
    await resolvePath(path, NOW)
  getHealth(NOW)
  listProblems(await getIndex(), { file: 'posts/tide.md', step: 'parse' })
  paper.write('posts/tide.md', toPostText({ title: 'Tide', date: '2026-06-01', draft: 'true' }))
  await syncIndex(await getIndex(), ['posts/tide.md'])
}

function listWalks(database: DatabaseSync, sql: string): string[] {
  if (!/^\s*(?:SELECT|WITH|UPDATE|DELETE)\b/.test(sql)) return []
  // FTS5's own tables are written too.
  database.enableDefensive(false)
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()
  return steps.map(({ detail }) => String(detail)).filter((detail) => WALK.test(detail) && !FEW.test(detail))
}

it('answers readers and saves without a walk through the archive', async () => {
  const statements = new Set<string>()
  const { prepare } = DatabaseSync.prototype
  jest.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (this: DatabaseSync, sql) {
    statements.add(sql)
    return prepare.call(this, sql)
  })
  const { database } = await getIndex()
  await askEverything()
  jest.restoreAllMocks()
  expect(statements.size).toBeGreaterThan(60)
  const walks = [...statements].map((sql) => ({ sql, walks: listWalks(database, sql) }))
  expect(walks.filter((each) => each.walks.length > 0)).toEqual([])
})
