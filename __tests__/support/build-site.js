import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { startSampleSites } from './sample-sites.ts'
import { startTestDatabase } from './start-test-database.ts'

/**
 * Tests of the built site run against a build of the present source, whatever lay about before, and share two servers
 * over the sample paper.
 */
export default async function buildSite() {
  const script = path.join(import.meta.dirname, '../../scripts/ensure-build.ts')
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The site does not build; see above.')
  const stopDatabase = await startTestDatabase()
  const stopSites = await startSampleSites().catch(async (error) => {
    await stopDatabase()
    throw error
  })
  Object.assign(globalThis, {
    stopSampleSites: async () => {
      await stopSites()
      await stopDatabase()
    },
  })
}
