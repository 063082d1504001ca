import { held, open, plain, readPublicity, warned } from '../../../support/read-publicity.ts'

const read = (path: string) => readPublicity({}, path)

it.each([
  ['posts/_drafts/a.md', plain],
  ...[
    'Unveröffentlicht',
    'not published',
    'nicht veröffentlicht',
    '_unpublished',
    'WIP',
    'in progress',
    'Entwurf',
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
    'Private',
    'subscribers-only',
    'confidential',
    'backup',
    '_hidden',
  ].map((folder) => [`posts/${folder}/a.md`, held] as const),
  ...['-- old', '_archive', 'archive.bak', '2024.old', 'internal', 'members', 'Templates', 'embargo'].map(
    (folder) => [`posts/${folder}/a.md`, warned] as const,
  ),
  ...['archive', 'old', 'news', 'drafting', 'privateer', '_posts', '2027'].map(
    (folder) => [`posts/${folder}/a.md`, open] as const,
  ),
])('a folder: %s', (path, expected) => {
  expect(read(path)).toEqual(expected)
})

it.each([
  ...[
    'draft',
    'quay draft',
    'quay (draft)',
    '[DRAFT] quay',
    '【草稿】quay',
    'DRAFT_quay',
    'Draft - quay',
    '2026-11-20-draft-quay',
    'quay-draft-2',
    'quay v2 draft',
    'WIP quay',
    'quay.wip',
    'Entwurf quay',
    'черновик quay',
    'quay.unpublished',
    'quay.private',
    'quay - EMBARGO',
    'HOLD quay',
    'quay-DO-NOT-PUBLISH',
    'do not publish quay',
    'NICHT VERÖFFENTLICHEN quay',
  ].map((name) => [name, held] as const),
  ...[
    '_quay',
    'Untitled 1',
    'Unbenannt',
    'New Note',
    'zzz quay',
    '-- quay',
    'template',
    'embargoed-quay',
    'unpublished-letters',
    'lifting-the-embargo',
    'quay.hidden',
  ].map((name) => [name, warned] as const),
  ...[
    'the-draft-of-the-plan',
    'private-schools',
    'quay',
    'hidden-harbours',
    'internal-affairs',
    'holding-on',
  ].map((name) => [name, open] as const),
])('a name: %s', (name, expected) => {
  expect(read(`posts/${name}.md`)).toEqual(expected)
})
