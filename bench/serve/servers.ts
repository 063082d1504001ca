import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readStartArguments } from '../start-command.ts'
import { spawnServer } from './pin.ts'

/** A server under load: where it answers, its process, and how to end it. */
export type Server = { url: string; pid: number; stop: () => Promise<void> }

const DEADLINE_MS = 300_000

/** Our own production process over a content folder. */
export function startOurs(contentDir: string, dataDir: string, log = 'off'): Promise<Server> {
  return start(readStartArguments(), { CONTENT_DIR: contentDir, DATA_DIR: dataDir, LOG: log })
}

/** `next start` of the same build over the same content, its image optimizer included. */
export function startNext(contentDir: string, dataDir: string): Promise<Server> {
  const next = path.resolve('node_modules/next/dist/bin/next')
  return start([next, 'start'], { CONTENT_DIR: contentDir, DATA_DIR: dataDir, BENCH_NEXT_IMAGES: '1' })
}

async function start(args: string[], env: Record<string, string>): Promise<Server> {
  const port = String(await findFreePort())
  const child = spawnServer(process.execPath, args, { ...env, PORT: port, NODE_ENV: 'production' })
  return waitFor(child, `http://127.0.0.1:${port}`, '/healthz')
}

/** Resolves when `path` is answered with 200. */
export async function waitFor(child: ChildProcess, url: string, path: string): Promise<Server> {
  for (const started = Date.now(); Date.now() - started < DEADLINE_MS; await wait(100)) {
    if (child.exitCode !== null) throw new Error(`The server at ${url} ended with ${child.exitCode}`)
    const response = await fetch(url + path).catch(() => null)
    await response?.arrayBuffer()
    if (response?.status === 200) return { url, pid: child.pid ?? 0, stop: () => stop(child) }
  }
  child.kill('SIGKILL')
  throw new Error(`The server at ${url} did not start`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await ended
  clearTimeout(timer)
}

export async function findFreePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}
