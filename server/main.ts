import { existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { type Env, getEnv } from '#lib/config/env.ts'
import { getIndex } from '#lib/index/open-index.ts'
import { ensureBuild } from './build.ts'
import { listen } from './listen.ts'
import { answerStarting } from './starting.ts'
import { stopOnSignal } from './stop.ts'

/** The production process: takes the port, builds if need be, reads the files, then answers. */
async function main(): Promise<void> {
  const env = getEnv()
  requireContent(env)
  let handle = answerStarting
  const server = createServer((request, response) => handle(request, response))
  const port = await listen(server, env)
  stopOnSignal(server)
  await ensureBuild()
  const ready = getIndex()
  const { createHandler } = await import('./next-handler.ts')
  handle = await createHandler(server, env)
  await ready
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
