/** A row of a table of Ghost's. In a post's row, `meta`, `tags` and `authors` stand for rows of other tables. */
export type Row = Record<string, unknown>

export const users: Row[] = [
  {
    id: 'u1',
    name: 'Ada Quill',
    slug: 'ada',
    bio: 'Writes of tides.',
    website: 'https://ada.example/',
    profile_image: '__GHOST_URL__/content/images/ada.png',
  },
  { id: 'u2', name: 'Bo Staithe', slug: 'bo', bio: null },
]

/** An export of Ghost with these posts, called `p0`, `p1` … */
export function renderGhost(rows: readonly Row[]): string {
  const posts = rows.map(toRow)
  const data = {
    posts: posts.map(({ meta: _, tags: __, authors: ___, ...own }) => own),
    posts_meta: posts.flatMap(({ id, meta }) => (meta instanceof Object ? [{ post_id: id, ...meta }] : [])),
    users,
    posts_authors: relate(posts, 'authors', 'author_id'),
    tags: [
      { id: 't1', name: 'Harbour', slug: 'harbour', visibility: 'public' },
      { id: 't2', name: 'Tides', slug: 'tides', visibility: 'public' },
      { id: 't3', name: '#long', slug: 'hash-long', visibility: 'internal' },
    ],
    posts_tags: relate(posts, 'tags', 'tag_id'),
    settings: [{ key: 'timezone', value: 'UTC' }],
    members: [{ id: 'm1' }],
  }
  return JSON.stringify({ db: [{ meta: { exported_on: 1, version: '5.0.0' }, data }] })
}

function toRow(row: Row, index: number): Row {
  return {
    id: `p${index}`,
    title: `Story ${index}`,
    slug: `story-${index}`,
    status: 'published',
    visibility: 'public',
    type: 'post',
    published_at: '2022-01-31T23:30:00.000Z',
    created_at: '2022-01-31T23:30:00.000Z',
    updated_at: '2022-01-31T23:30:00.000Z',
    ...row,
  }
}

/** The last first, so that only `sort_order` says which is first. */
function relate(posts: readonly Row[], key: 'tags' | 'authors', column: string): Row[] {
  return posts.flatMap((row) => {
    const ids: unknown = row[key]
    return Array.isArray(ids)
      ? ids.map((id, place) => ({ post_id: row.id, [column]: id, sort_order: place })).reverse()
      : []
  })
}
