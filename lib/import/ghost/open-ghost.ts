import { ImportError } from '../import-error.ts'
import { Ledger } from '../output/ledger.ts'
import {
  EMPTY_STORY,
  type ExportEntry,
  type ExportItem,
  type OpenExport,
  type ReadOptions,
  type Story,
  toHtmlBody,
} from '../story.ts'
import { getText, type Payload } from './cards.ts'
import { readRows } from './read-rows.ts'
import { GhostRelations, toId } from './relations.ts'
import { toStory } from './to-story.ts'

/** Tables that posts refer to, or that are items themselves. Rows of others are no part of what readers saw. */
const READ = new Set('posts posts_meta posts_tags posts_authors tags users settings'.split(' '))
const TOLD = new Set(
  'members newsletters products offers subscriptions snippets integrations webhooks labels'.split(' '),
)

/**
 * Ghost's export (JSON). Read twice: first what posts refer to, then the posts and the people. `origin` is where the old
 * site lived, which the export does not say.
 *
 * @throws {ImportError} when it is no Ghost export
 */
export async function openGhost(
  file: string,
  options: ReadOptions,
  origin: string | null,
): Promise<OpenExport> {
  const ledger = new Ledger(options.scratchDir, 'ghost')
  const relations = new GhostRelations(ledger)
  const others = new Map<string, number>()
  let size = 0
  let posts = 0
  for await (const row of readRows(file, (bytes) => {
    size = bytes
    options.onProgress(bytes / 2)
  })) {
    if (row.kind === 'broken') break
    if (row.table === 'posts') posts += 1
    if (READ.has(row.table)) relations.put(row.table, row.row)
    else if (TOLD.has(row.table)) others.set(row.table, (others.get(row.table) ?? 0) + 1)
  }
  if (posts === 0) throw new ImportError(`${file} is no Ghost export: there are no posts in it.`)
  const onProgress = (bytes: number) => options.onProgress(size / 2 + bytes / 2)
  const warnings = [...others].map(([table, rows]) => `not carried over: ${rows} rows of "${table}"`)
  const isHomeless = origin === null
  const home = isHomeless
    ? 'say --site https://old.example, so that pictures and links of the old site can be followed'
    : ''
  return {
    origin,
    entries: listEntries(file, relations, origin ?? '', onProgress, () => ledger.close()),
    warnings: isHomeless ? [...warnings, home] : warnings,
  }
}

async function* listEntries(
  file: string,
  relations: GhostRelations,
  home: string,
  onProgress: (bytes: number) => void,
  onEnd: () => void,
): AsyncGenerator<ExportEntry> {
  for await (const row of readRows(file, onProgress)) {
    if (row.kind === 'broken') {
      const item = { id: 'end', type: 'broken', title: '', line: null }
      yield {
        kind: 'reported',
        item,
        reason: `the JSON is broken; nothing after this could be read: ${row.message}`,
      }
    } else if (row.table === 'posts') yield toPostEntry(row.row, relations, home)
    else if (row.table === 'users') yield toUserEntry(row.row, home)
  }
  onEnd()
}

function toPostEntry(row: Payload, relations: GhostRelations, home: string): ExportEntry {
  const { story, notes } = toStory(row, relations, home)
  const type = story.room === 'pages' ? 'page' : 'post'
  const item: ExportItem = { id: toId(row.id) || story.slug, type, title: story.title, line: null }
  return { kind: 'story', item, story, notes }
}

/** A person with anything to say but a name has a page; of others the name is on the stories. */
function toUserEntry(row: Payload, home: string): ExportEntry {
  const title = getText(row, 'name')
  const item = { id: toId(row.id), type: 'user', title, line: null }
  const bio = getText(row, 'bio')
  const picture = getText(row, 'profile_image', 'image').replaceAll('__GHOST_URL__', home)
  if (title === '' || (bio === '' && picture === '')) {
    return {
      kind: 'reported',
      item,
      reason: 'nothing is known of this person but the name, which is on the stories',
    }
  }
  const website = getText(row, 'website')
  const story: Story = {
    ...EMPTY_STORY,
    room: 'authors',
    title,
    picture: picture === '' ? null : { src: picture, alt: '', caption: '' },
    aliases: getText(row, 'slug') === '' ? [] : [`/author/${getText(row, 'slug')}/`],
    links: /^https?:\/\//.test(website) ? [website] : [],
    body: { ...toHtmlBody(bio), format: 'markdown' },
  }
  return { kind: 'story', item, story, notes: [] }
}
