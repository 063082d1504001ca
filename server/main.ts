import { existsSync, statSync } from 'node:fs'
import { type Env, getEnv } from '#lib/config/env.ts'
import { createDataDir } from '#lib/index/database.ts'
import { getDatabasePath } from '#lib/index/database-path.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { NO_DESK, openFastPath } from './fast-path/fast-path.ts'
import { createHttpServer } from './http/http-server.ts'
import { listen } from './http/listen.ts'
import { createStarting } from './http/starting.ts'
import { stopOnSignal } from './http/stop.ts'
import { surviveErrors } from './http/survive.ts'
import { ensureBuild } from './next/build.ts'
import { createLog } from './observe/log.ts'

/** The production process: takes the port, builds if need be, reads the files, then answers. */
async function main(): Promise<void> {
  const env = getEnv()
  requireContent(env)
  createDataDir(env.dataDir)
  const log = createLog(env.log)
  const starting = createStarting({ mayWait: existsSync(getDatabasePath(env.dataDir)) })
  let site = starting.handler
  const server = createHttpServer((request, response) => site.handle(request, response))
  const fastPath = env.fastPath
    ? openFastPath(server, (request, response) => site.answerSimple(request, response))
    : NO_DESK
  const port = await listen(server, env)
  stopOnSignal(server, fastPath, log.flush)
  await ensureBuild()
  const [index, { openSite, next }] = await Promise.all([getIndex(), loadSite(env)])
  site = await openSite(index, next, env, log)
  starting.end(site)
  surviveErrors(log)
  console.log(`Listening on http://localhost:${port} (content: ${env.contentDir})`)
}

/** What is loaded here while another thread compares the index with the files. */
async function loadSite(env: Env) {
  const { openSite } = await import('./open-site.ts')
  const { openNext } = await import('./next/next-handler.ts')
  return { openSite, next: await openNext(env) }
}

/** @throws {Error} when there is no folder of words: an empty paper would hide a mistyped path. */
function requireContent({ contentDir, contentGit, databaseUrl }: Env): void {
  // An instance that shares its index serves what another reads.
  if (contentGit !== null || databaseUrl !== null) return
  if (existsSync(contentDir) && statSync(contentDir).isDirectory()) return
  throw new Error(
    `CONTENT_DIR is not a folder: ${contentDir}. Create it with a posts/ folder of Markdown files, or set CONTENT_DIR.`,
  )
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
