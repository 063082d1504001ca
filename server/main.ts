import { existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { type Env, getEnv } from '#lib/config/env.ts'
import { getIndex } from '#lib/index/open-index.ts'
import { ensureBuild } from './build.ts'
import { SERVER_OPTIONS, setLimits } from './limits.ts'
import { listen } from './listen.ts'
import { createLog } from './observe/log.ts'
import { STARTING } from './starting.ts'
import { stopOnSignal } from './stop.ts'
import { surviveErrors } from './survive.ts'
import { openDesk } from './wire/desk.ts'

/** The production process: takes the port, builds if need be, reads the files, then answers. */
async function main(): Promise<void> {
  const env = getEnv()
  requireContent(env)
  const log = createLog(env.log)
  let site = STARTING
  const server = createServer(SERVER_OPTIONS, (request, response) => site.handle(request, response))
  setLimits(server)
  const desk = openDesk(server, (request, response) => site.answerSimple(request, response))
  const port = await listen(server, env)
  stopOnSignal(server, desk, log.flush)
  await ensureBuild()
  const index = await getIndex()
  const { openSite } = await import('./open-site.ts')
  site = await openSite(server, index, env, log)
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
