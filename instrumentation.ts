/** Once for each server Next starts, in `npm start`, `npm run dev` and plain `next start` alike. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { getIndex, watchIndex } = await import('#lib/sync/open-index.ts')
  const { startRenderWorkers } = await import('#lib/queries/render/render-pool.ts')
  const { warmUpSearch } = await import('#lib/queries/search/search-stories.ts')
  const { startAnnouncing } = await import('#lib/announce/start.ts')
  const { startPurging } = await import('#lib/announce/purge/start-purging.ts')
  const { openPictureService } = await import('#lib/picture-service/open-picture-service.ts')
  await watchIndex()
  startRenderWorkers(await getIndex())
  await warmUpSearch()
  startAnnouncing()
  startPurging()
  await openPictureService()
}
