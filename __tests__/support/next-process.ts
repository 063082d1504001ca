import { type ChildProcess, spawn } from 'node:child_process'
import { eventually } from './eventually.ts'
import type { Paper } from './paper.ts'
import { findFreePort } from './site-server.ts'

export type NextProcess = { url: string; output: () => string; stop: () => Promise<void> }

/** Next's own server over a paper, without `server/`: `next start` of the present build, or `next dev`. */
export async function startNext(
  command: 'start' | 'dev',
  { contentDir, dataDir }: Pick<Paper, 'contentDir' | 'dataDir'>,
  timeoutMs = 60_000,
): Promise<NextProcess> {
  const port = String(await findFreePort())
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', command, '-p', port], {
    env: {
      ...process.env,
      NODE_ENV: command === 'start' ? 'production' : 'development',
      CONTENT_DIR: contentDir,
      DATA_DIR: dataDir,
      PORT: port,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  await eventually(async () => expect((await fetch(`${url}/healthz`)).status).toBe(200), timeoutMs)
  return { url, output: () => text, stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
