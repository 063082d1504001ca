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
const args = process.argv.slice(2)
const isOldEnough = Number(process.versions.node.split('.')[0]) >= NEEDED

/** An import runs in several threads, each with a heap of its own: these keep what they take small. */
const SMALL_HEAP = ['--max-semi-space-size=8', '--max-old-space-size=128']
const isImport = args[0] === 'import'

if (isOldEnough && !isImport) {
  const { main: run } = await import('./main.ts')
  process.exitCode = await run(args)
} else {
  const own = isOldEnough ? process.execPath : path.join(here, '../node_modules/node/bin/node')
  if (existsSync(own)) {
    const start = `import(${JSON.stringify(main)}).then(async ({ main }) => { process.exitCode = await main(process.argv.slice(1)) })`
    const flags = [...(isImport ? SMALL_HEAP : []), '--input-type=module', '-e', start, '--']
    const env = isImport ? { MALLOC_ARENA_MAX: '2', ...process.env } : process.env
    const { status } = spawnSync(own, [...flags, ...args], { stdio: 'inherit', env })
    process.exitCode = status ?? CANNOT_RUN
  } else {
    console.error(
      `Broadsheet needs Node ${NEEDED}; this is ${process.versions.node}. Run npm ci here, which brings it, or install Node ${NEEDED}.`,
    )
    process.exitCode = CANNOT_RUN
  }
}
