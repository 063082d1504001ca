import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { readStartArguments } from './start-command.ts'

/** A production server under measurement, in a process of its own. */
export type SiteProcess = {
  url: string
  /** Seconds from the start of the process to its first 200 for `/`. */
  startSeconds: number
  getMegabytes: () => number
  /** Processor time of all its threads so far, in milliseconds. */
  getProcessorMs: () => number
  stop: () => Promise<void>
  /** Ends it without a warning, as a crash would. */
  kill: () => Promise<void>
}

/** A first index of a million stories takes a quarter of an hour. */
const MAX_START_MS = 3_600_000

/**
 * Runs what `npm start` runs, with further settings; the build must be current.
 *
 * @param env `PORT`: where it is to listen, otherwise at a free port
 */
export async function startProcess(
  contentDir: string,
  dataDir: string,
  env: Record<string, string> = {},
): Promise<SiteProcess> {
  const port = Number(env.PORT ?? (await findFreePort()))
  const url = `http://localhost:${port}`
  const started = performance.now()
  const child = spawn(process.execPath, readStartArguments(), {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      CONTENT_DIR: contentDir,
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG: 'off',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    while (!(await isAnswering(url))) {
      if (hasEnded(child)) throw new Error('The server ended before it answered.')
      if (performance.now() - started > MAX_START_MS) throw new Error('The server never answered.')
      await wait(10)
    }
  } catch (error) {
    await end(child, 'SIGKILL')
    throw error
  }
  return {
    url,
    startSeconds: (performance.now() - started) / 1000,
    getMegabytes: () => readMegabytes(child),
    getProcessorMs: () => readProcessorMs(child),
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  }
}

async function isAnswering(url: string): Promise<boolean> {
  const response = await fetch(url).catch(() => null)
  await response?.arrayBuffer()
  return response?.status === 200
}

/** Resident memory, as the kernel counts it. */
function readMegabytes({ pid }: ChildProcess): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}

/** Clock ticks of a hundredth of a second, in user and kernel mode. @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
export function readProcessorMs({ pid }: Pick<ChildProcess, 'pid'>): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

export async function findFreePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
