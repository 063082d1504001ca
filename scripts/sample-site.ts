import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** The sample paper as `npm start` serves it, on a free port. It builds first when there is no build of this source. */
export async function startSampleSite(
  env: Record<string, string> = {},
): Promise<{ url: string; stop: () => void }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'broadsheet-measure-'))
  const port = await findFreePort()
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, ['server/start.js'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, ...env },
    stdio: 'ignore',
  })
  const stop = () => {
    child.kill()
    rmSync(dataDir, { recursive: true, force: true })
  }
  while (!(await isHealthy(url))) {
    if (child.exitCode !== null) throw new Error('The site does not start; `npm start` says why.')
    await wait(100)
  }
  return { url, stop }
}

async function isHealthy(url: string): Promise<boolean> {
  const response = await fetch(`${url}/healthz`).catch(() => null)
  return response?.status === 200
}

async function findFreePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}
