import { spawnSync } from 'node:child_process'
import path from 'node:path'

/** Tests of the built site run against a build of the present source, whatever lay about before. */
export default function buildSite() {
  const script = path.join(import.meta.dirname, '../../scripts/ensure-build.ts')
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The site does not build; see above.')
}
