import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { shareServers } from './share-servers.ts'
import { startTestDatabase } from './start-test-database.ts'

/** Tests of the built site run against a build of the present source, whatever lay about before, and share servers. */
export default async function buildSite() {
  const script = path.join(import.meta.dirname, '../../scripts/ensure-build.ts')
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The site does not build; see above.')
  const stopDatabase = await startTestDatabase()
  const stopServers = await shareServers()
  Object.assign(globalThis, {
    stopSharedServers: async () => {
      await stopServers()
      await stopDatabase()
    },
  })
}
