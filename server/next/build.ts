import { spawn } from 'node:child_process'
import path from 'node:path'
import { BUILD_FOLDER, readBuildFile } from './build-file.ts'
import { getSourceHash } from './source-hash.ts'

/** Builds with Next unless `.next` holds a complete build of the present source. Content is no part of a build. */
export async function ensureBuild(): Promise<void> {
  if (isBuildCurrent()) return
  console.log('No build of this source yet: building once.')
  await runBuild()
}

function isBuildCurrent(): boolean {
  return readBuildFile(BUILD_FOLDER)?.buildId === getSourceHash()
}

function runBuild(): Promise<void> {
  const next = path.join('node_modules', 'next', 'dist', 'bin', 'next')
  const child = spawn(process.execPath, [next, 'build'], { stdio: 'inherit' })
  const kill = () => child.kill()
  process.once('exit', kill)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      process.removeListener('exit', kill)
      if (code === 0) resolve()
      else reject(new Error('The build failed; what Next printed above says why.'))
    })
  })
}
