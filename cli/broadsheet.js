#!/usr/bin/env node
// Plain JavaScript that any Node can read: it starts the commands with a Node that can run them.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const NEEDED = 24
const CANNOT_RUN = 3

const here = path.dirname(fileURLToPath(import.meta.url))
const main = path.join(here, 'main.ts')
const isOldEnough = Number(process.versions.node.split('.')[0]) >= NEEDED

if (isOldEnough) {
  const { main: run } = await import('./main.ts')
  process.exitCode = await run(process.argv.slice(2))
} else {
  const own = path.join(here, '../node_modules/node/bin/node')
  if (existsSync(own)) {
    const start = `import(${JSON.stringify(main)}).then(async ({ main }) => { process.exitCode = await main(process.argv.slice(1)) })`
    const { status } = spawnSync(own, ['--input-type=module', '-e', start, '--', ...process.argv.slice(2)], {
      stdio: 'inherit',
    })
    process.exitCode = status ?? CANNOT_RUN
  } else {
    console.error(
      `Broadsheet needs Node ${NEEDED}; this is ${process.versions.node}. Run npm ci here, which brings it, or install Node ${NEEDED}.`,
    )
    process.exitCode = CANNOT_RUN
  }
}
