import { existsSync, statSync } from 'node:fs'
import { type Env, getEnv } from '#lib/config/env.ts'
import { getIndex } from '#lib/index/open-index.ts'
import { ensureBuild } from './build.ts'
import { createHttpServer } from './http-server.ts'
import { listen } from './listen.ts'
import { createLog } from './observe/log.ts'
import { STARTING } from './starting.ts'
import { stopOnSignal } from './stop.ts'
import { surviveErrors } from './survive.ts'
import { NO_DESK, openDesk } from './wire/desk.ts'

/** The production process: takes the port, builds if need be, reads the files, then answers. */
async function main(): Promise<void> {
  const env = getEnv()
  requireContent(env)
  const log = createLog(env.log)
  let site = STARTING
  const server = createHttpServer((request, response) => site.handle(request, response))
  const desk = env.fastPath
    ? openDesk(server, (request, response) => site.answerSimple(request, response))
    : NO_DESK
  const port = await listen(server, env)
  stopOnSignal(server, desk, log.flush)
  await ensureBuild()
  const index = await getIndex()
  const { openSite } = await import('./open-site.ts')
  site = await openSite(index, env, log)
  surviveErrors(log)
  console.log(`The paper stands at http://localhost:${port} (content: ${env.contentDir})`)
}

/** @throws {Error} when there is no folder of words: an empty paper would hide a mistyped path. */
function requireContent({ contentDir }: Env): void {
  if (existsSync(contentDir) && statSync(contentDir).isDirectory()) return
  throw new Error(
    `CONTENT_DIR is not a folder: ${contentDir}. Create it with a posts/ folder of Markdown files, or set CONTENT_DIR.`,
  )
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
