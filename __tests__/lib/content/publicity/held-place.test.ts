import { held, open, plain, readPublicity, warned } from '../../../support/read-publicity.ts'

const readFolder = (folder: string) => readPublicity({}, `posts/${folder}/a.md`)
const readName = (name: string) => readPublicity({}, `posts/${name}.md`)

describe('a folder', () => {
  it('of Jekyll’s drafts is plain', () => {
    expect(readFolder('_drafts')).toEqual(plain)
  })

  it.each([
    ...[
      'Unveröffentlicht',
      'not published',
      'nicht veröffentlicht',
      '_unpublished',
      'WIP',
      'in progress',
      'Entwurf',
    ],
    ...[
      'черновики',
      '草稿箱',
      '下書き',
      'مسودات',
      'טיוטות',
      '초안',
      'taslaklar',
      'rascunho',
      'on-hold',
      'spiked',
      'Trash',
    ],
    ...['Private', 'subscribers-only', 'confidential', 'backup', '_hidden'],
  ])('%s is held back', (folder) => {
    expect(readFolder(folder)).toEqual(held)
  })

  it.each(['-- old', '_archive', 'archive.bak', '2024.old', 'internal', 'members', 'Templates', 'embargo'])(
    '%s is warned of',
    (folder) => {
      expect(readFolder(folder)).toEqual(warned)
    },
  )

  it.each(['archive', 'old', 'news', 'drafting', 'privateer', '_posts', '2027'])(
    '%s is one like others',
    (folder) => {
      expect(readFolder(folder)).toEqual(open)
    },
  )
})

describe('a name', () => {
  it.each([
    ...[
      'draft',
      'not-published',
      'Entwurf',
      'quay draft',
      'quay (draft)',
      '[DRAFT] quay',
      '【草稿】quay',
      'DRAFT_quay',
      'Draft - quay',
    ],
    ...[
      '2026-11-20-draft-quay',
      'quay-draft-2',
      'quay v2 draft',
      'WIP quay',
      'quay.wip',
      'Entwurf quay',
      'черновик quay',
    ],
    ...[
      'quay.unpublished',
      'quay.private',
      'quay - EMBARGO',
      'HOLD quay',
      'quay-DO-NOT-PUBLISH',
      'do not publish quay',
    ],
    'NICHT VERÖFFENTLICHEN quay',
  ])('%s is held back', (name) => {
    expect(readName(name)).toEqual(held)
  })

  it.each([
    ...['_quay', 'Untitled 1', 'Unbenannt', 'New Note', 'zzz quay', '-- quay', 'template', 'embargoed-quay'],
    ...[
      'unpublished-letters',
      'lifting-the-embargo',
      'quay.hidden',
      'deleted',
      'Embargoed',
      '2026-11-20-private',
    ],
  ])('%s is warned of', (name) => {
    expect(readName(name)).toEqual(warned)
  })

  it.each([
    ...[
      'the-draft-of-the-plan',
      'private-schools',
      'quay',
      'hidden-harbours',
      'internal-affairs',
      'holding-on',
    ],
  ])('%s is one like others', (name) => {
    expect(readName(name)).toEqual(open)
  })
})

it('says nothing more of a story that says so itself', () => {
  expect(readPublicity({ draft: true }, 'posts/draft.md')).toEqual(plain)
})
