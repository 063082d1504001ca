import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { readCpuMs } from '#lib/concurrency/processor-time.ts'
import type { Fault } from '#lib/index/faults.ts'
import type { Index } from '#lib/index/index-state.ts'
import type { Write } from '#lib/index/write-requests.ts'
import type { FromSync, SyncSettings, ToSync } from './sync-messages.ts'
import { createProgress } from './sync-progress.ts'

/** What the thread runs, and how long it may be silent. */
export type ThreadLimits = {
  /** The module the thread begins with; absolute. */
  file: string
  /** A file that takes more milliseconds of processor time than this is given up, and the thread with it. */
  maxFileMs: number
}

const LIMITS: ThreadLimits = {
  file: path.join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'sync', 'thread', 'sync-worker.ts'),
  maxFileMs: 20_000,
}

/** So many times as long a file may take where the thread gets no processor, or waits for a disk. */
const MAX_WAIT_FACTOR = 3

/** Beyond this the thread is ended: a file that takes more memory than this is left out like one that takes too long. */
const MAX_HEAP_MEGABYTES = 512

/** Without a sign of life for so long, the thread is given up though it reads no file: a disk may be slow. */
const MAX_SILENCE_MS = 300_000

const LOOK_MS = 1_000
const MIN_RESTART_MS = 500
const MAX_RESTART_MS = 60_000

/** So long a page waits for something to be written. */
const PATIENCE_MS = 2_000

/** The thread may finish what it is at; then it is ended. */
const CLOSE_MS = 4_000

/** Where the files and the index are; see `SyncSettings`. */
export type ThreadOptions = Pick<Index, 'contentDir' | 'dataDir'> &
  Partial<Pick<SyncSettings, 'git' | 'databaseUrl'>>

export type SyncThread = {
  write: (write: Write) => Promise<boolean>
  rebuild: (reason: string, revision: number) => void
  close: () => Promise<void>
}

/** When the thread last showed a sign of life, and the processor time it had used by about then. */
type Seen = { beats: number; at: number; cpuMs: Promise<number> | null }

export type SyncEvents = {
  onMessage: (message: Exclude<FromSync, { kind: 'written' }>) => void
  /** A fault of the thread itself; null when it is mended. */
  onFault: (fault: Fault, message: string | null) => void
}

/** Starts the thread that owns the index, watches over it, and starts another one when it ends. */
export function startSyncThread(
  { contentDir, dataDir, git = null, databaseUrl = null }: ThreadOptions,
  { onMessage, onFault }: SyncEvents,
  { file: entry, maxFileMs }: ThreadLimits = LIMITS,
): SyncThread {
  const progress = createProgress()
  const skipped = new Set<string>()
  const waiting = new Map<number, (result: boolean) => void>()
  let worker: Worker | null = null
  let lastId = 0
  let pause = MIN_RESTART_MS
  let isClosing = false
  let ended: (() => void) | null = null
  let seen: Seen = { beats: 0, at: performance.now(), cpuMs: null }

  function start(): void {
    if (isClosing) return
    seen = see()
    progress.setFile('')
    const settings: SyncSettings = {
      contentDir,
      dataDir,
      git,
      databaseUrl,
      progress: progress.buffer,
      skipped: [...skipped],
    }
    const started = new Worker(/* turbopackIgnore: true */ entry, {
      workerData: settings,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES, maxYoungGenerationSizeMb: 12 },
    })
    let reason = 'it ended'
    started.on('message', hear)
    started.on('error', (error: unknown) => {
      reason = Error.isError(error) ? error.message : String(error)
      if (Error.isError(error) && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        skipFile(progress.getFile())
    })
    started.on('exit', () => restart(reason))
    worker = started
  }

  function hear(message: FromSync): void {
    if (message.kind === 'written') {
      waiting.get(message.id)?.(message.result)
      waiting.delete(message.id)
      return
    }
    if (message.kind === 'opened') {
      // Only callers that await the index are delayed.
      worker?.unref()
      pause = MIN_RESTART_MS
      onFault('sync-stopped', null)
      onFault('sync-stalled', null)
    }
    onMessage(message)
  }

  function restart(reason: string): void {
    worker = null
    for (const give of waiting.values()) give(false)
    waiting.clear()
    ended?.()
    if (isClosing) return
    onFault(
      'sync-stopped',
      `The thread that reads the content folder ended (${reason}); another one starts. Until then nothing new is published.`,
    )
    setTimeout(start, pause).unref()
    pause = Math.min(pause * 2, MAX_RESTART_MS)
  }

  function see(): Seen {
    return { beats: progress.countBeats(), at: performance.now(), cpuMs: null }
  }

  async function look(): Promise<void> {
    const running = worker
    if (progress.countBeats() !== seen.beats || running === null) {
      seen = see()
      return
    }
    seen.cpuMs ??= readCpuMs(running)
    const { at, cpuMs } = seen
    const silence = performance.now() - at
    const file = progress.getFile()
    if (silence < (file === '' ? MAX_SILENCE_MS : maxFileMs)) return
    const mayWait = file !== '' && silence < maxFileMs * MAX_WAIT_FACTOR
    if (mayWait && (await readCpuMs(running)) - (await cpuMs) < maxFileMs - LOOK_MS) return
    if (worker !== running || progress.countBeats() !== seen.beats) return
    onFault('sync-stalled', describeStall(file, silence))
    skipFile(file)
    seen = see()
    running.terminate()
  }

  function skipFile(file: string): void {
    if (file !== '') skipped.add(file)
  }

  function send(message: ToSync): void {
    worker?.postMessage(message)
  }

  function write(wanted: Write): Promise<boolean> {
    if (worker === null) return Promise.resolve(false)
    lastId += 1
    const id = lastId
    const { promise, resolve } = Promise.withResolvers<boolean>()
    waiting.set(id, resolve)
    send({ kind: 'write', id, write: wanted })
    const timer = setTimeout(() => {
      waiting.delete(id)
      resolve(false)
    }, PATIENCE_MS)
    return promise.finally(() => clearTimeout(timer))
  }

  async function close(): Promise<void> {
    isClosing = true
    clearInterval(watchdog)
    const running = worker
    if (running === null) return
    const { promise, resolve } = Promise.withResolvers<void>()
    ended = resolve
    running.ref()
    send({ kind: 'close' })
    const timer = setTimeout(() => running.terminate(), CLOSE_MS)
    await promise
    clearTimeout(timer)
  }

  const watchdog = setInterval(look, LOOK_MS).unref()
  start()
  return { write, rebuild: (reason, revision) => send({ kind: 'rebuild', reason, revision }), close }
}

function describeStall(file: string, silence: number): string {
  const seconds = Math.round(silence / 1_000)
  return file === ''
    ? `The thread that reads the content folder made no progress for ${seconds} s: another one starts.`
    : `${file} took more than ${seconds} s to read: it is left out until it changes, and stays as it was.`
}
