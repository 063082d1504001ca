import path from 'node:path'
import { startSyncThread } from '#lib/sync/thread/sync-thread.ts'
import { waitUntil } from '../../support/open-thread.ts'

it('ends a thread that does not come back from a file, or dies of one, and begins another without that file', async () => {
  const said: string[] = []
  let identity = ''
  const thread = startSyncThread(
    { contentDir: '/nowhere', dataDir: '/nowhere' },
    {
      onMessage: (message) => {
        if (message.kind === 'opened') identity = message.identity
      },
      onFault: (fault, message) => said.push(`${fault}: ${message ?? 'mended'}`),
    },
    { file: path.resolve('__tests__/support/stuck-worker.ts'), maxFileMs: 1_500 },
  )
  expect(await thread.write({ kind: 'meta', key: 'a', value: 'b' })).toBe(false)
  await waitUntil(() => identity === 'here')
  expect(said[0]).toMatch(
    /^sync-stalled: posts\/slow\.md took more than \d+ s to read: it is left out until it changes/,
  )
  expect(
    said.some((line) => line.startsWith('sync-stopped: The thread that reads the content folder ended')),
  ).toBe(true)
  expect(said.slice(-2)).toEqual(['sync-stopped: mended', 'sync-stalled: mended'])
  await thread.close()
})

it('lets a file take its time while the thread gets no processor', async () => {
  const said: string[] = []
  let isOpened = false
  const thread = startSyncThread(
    { contentDir: '/nowhere', dataDir: '/nowhere' },
    {
      onMessage: ({ kind }) => {
        isOpened ||= kind === 'opened'
      },
      onFault: (fault, message) => said.push(`${fault}: ${message ?? 'mended'}`),
    },
    { file: path.resolve('__tests__/support/waiting-worker.ts'), maxFileMs: 1_500 },
  )
  await waitUntil(() => isOpened)
  expect(said).toEqual(['sync-stopped: mended', 'sync-stalled: mended'])
  await thread.close()
})

it('is closed while it does not come back from a file', async () => {
  const thread = startSyncThread(
    { contentDir: '/nowhere', dataDir: '/nowhere' },
    { onMessage: () => {}, onFault: () => {} },
    { file: path.resolve('__tests__/support/stuck-worker.ts'), maxFileMs: 600_000 },
  )
  expect(await thread.write({ kind: 'meta', key: 'a', value: 'b' })).toBe(false)
  await expect(thread.close()).resolves.toBeUndefined()
})
