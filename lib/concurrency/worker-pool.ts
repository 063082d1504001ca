import { Worker } from 'node:worker_threads'
import { readHeapBytes } from './heap-size.ts'
import { readCpuMs } from './processor-time.ts'
import { TaskFailure, toDeadlineFailure, toFailure } from './task-failure.ts'

export type PoolOptions<Result> = {
  /**
   * Absolute path of the module a worker runs: it posts `ready` when it is loaded, then receives one task at a time as a
   * message and posts one message back.
   */
  file: string
  workerData: unknown
  /** Workers that stay. One of them never takes a heavy task, so that light ones never wait for heavy ones. */
  size: number
  /** Workers there may be for as long as tasks wait while all others are held up. */
  maxSize: number
  /** Megabytes of JavaScript objects one worker may hold. */
  memoryMb: number
  /** Processor time a task may take, in milliseconds. A worker that takes longer is terminated. */
  cpuMs: number
  /** Tasks that wait in a worker beside the one that it does, so that it need not wait for this thread; 0 by default. */
  ahead?: number
  /** Turns what a worker posts into a result, or throws. */
  parse: (message: unknown) => Result
}

type Task<Result> = {
  message: unknown
  isHeavy: boolean
  cpuMs: number
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

type Slot<Result> = {
  worker: Worker
  isReady: boolean
  /** The one that it does, and those that wait in it. */
  tasks: Task<Result>[]
  stopTimer: () => void
}

/** What a worker posts when it can take tasks: loading its modules is no part of a task's time. */
export const READY = 'ready'

/** Megabytes for what a worker has just made. The process's own setting is for the thread that serves; here more is no faster. */
const MAX_YOUNG_MB = 12

/** A task that took so much processor time counts as heavy, and another worker is started when tasks wait for it. */
const HELD_UP_MS = 100
/** A worker beyond those that stay goes when it had nothing to do for so long: to start one costs more than most tasks. */
const SPARE_MS = 10_000
/** A worker that is idle with a larger heap than this is replaced: one that has loaded its modules has half of it. */
const MAX_IDLE_BYTES = 64 * 1024 * 1024
/** A machine that is busy otherwise gives a worker little processor time: real time is bounded too, by a multiple. */
const WALL_FACTOR = 10
const CHECK_MS = 250

/** Runs tasks in worker threads, each with a bound on processor time and memory. Idle workers keep no process alive. */
export class WorkerPool<Result> {
  readonly #options: PoolOptions<Result>
  readonly #slots = new Set<Slot<Result>>()
  readonly #waiting: Task<Result>[] = []
  readonly #running = new Set<Promise<Result>>()
  #isClosed = false

  constructor(options: PoolOptions<Result>) {
    this.#options = options
  }

  /** Starts the workers before the first task, one after another: what else is starting needs a processor too. */
  warmUp(): void {
    if (this.#slots.size < this.#options.size) this.#addSlot(() => this.warmUp())
  }

  /**
   * @param isHeavy expected to take long
   * @param cpuMs processor time the task may take
   * @throws {TaskFailure} when the worker was terminated or died
   */
  run(message: unknown, isHeavy: boolean, cpuMs = this.#options.cpuMs): Promise<Result> {
    if (this.#isClosed) return Promise.reject(new TaskFailure('closed', 'The pool is closed.'))
    const { promise, resolve, reject } = Promise.withResolvers<Result>()
    this.#running.add(promise)
    const forget = () => this.#running.delete(promise)
    promise.then(forget, forget)
    this.#waiting.push({ message, isHeavy, cpuMs, resolve, reject })
    this.#assign()
    return promise
  }

  /** Terminates the workers when they have done what they were given: there is another pool for what comes. */
  async retire(): Promise<void> {
    await Promise.allSettled(this.#running)
    await this.close()
  }

  /** Terminates the workers. Tasks under way and waiting are rejected. */
  async close(): Promise<void> {
    this.#isClosed = true
    const closed = new TaskFailure('closed', 'The pool was closed.')
    for (const task of this.#waiting.splice(0)) task.reject(closed)
    const slots = [...this.#slots]
    for (const slot of slots) this.#fail(slot, closed)
    await Promise.all(slots.map(({ worker }) => worker.terminate()))
  }

  #assign(): void {
    while (this.#waiting.length > 0) {
      const at = this.#mayStartHeavy() ? 0 : this.#waiting.findIndex(({ isHeavy }) => !isHeavy)
      if (at === -1) return
      const slot = this.#findIdleSlot()
      if (slot === null) return
      const [task] = this.#waiting.splice(at, 1)
      if (task !== undefined) this.#start(slot, task)
    }
  }

  #mayStartHeavy(): boolean {
    const heavy = this.#slots.values().filter(({ tasks }) => tasks[0]?.isHeavy === true)
    return heavy.toArray().length < Math.max(1, this.#options.size - 1)
  }

  #findIdleSlot(): Slot<Result> | null {
    const idle = this.#slots.values().find(({ isReady, tasks }) => isReady && tasks.length === 0)
    if (idle !== undefined) return idle
    const starting = this.#slots.values().filter(({ isReady }) => !isReady)
    if (this.#slots.size < this.#options.size && starting.toArray().length < this.#waiting.length)
      this.#addSlot()
    const { ahead = 0 } = this.#options
    return this.#slots.values().find(({ isReady, tasks }) => isReady && tasks.length <= ahead) ?? null
  }

  #addSlot(onReady = () => {}): void {
    const { file, workerData, memoryMb } = this.#options
    const worker = new Worker(/* turbopackIgnore: true */ file, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: MAX_YOUNG_MB },
    })
    const slot: Slot<Result> = { worker, isReady: false, tasks: [], stopTimer: () => {} }
    worker.once('message', () => {
      slot.isReady = true
      worker.unref()
      worker.on('message', (message: unknown) => this.#finish(slot, message))
      onReady()
      slot.stopTimer = this.#watchIdle(slot)
      this.#assign()
    })
    worker.on('error', (error: unknown) => this.#fail(slot, toFailure(error)))
    worker.on('exit', () => this.#fail(slot, new TaskFailure('crash', 'The worker ended.')))
    this.#slots.add(slot)
  }

  #start(slot: Slot<Result>, task: Task<Result>): void {
    slot.tasks.push(task)
    slot.worker.ref()
    if (slot.tasks.length === 1) {
      slot.stopTimer()
      slot.stopTimer = this.#watch(slot, task)
    }
    slot.worker.postMessage(task.message)
  }

  #finish(slot: Slot<Result>, message: unknown): void {
    const task = slot.tasks.shift()
    if (task === undefined) return
    slot.stopTimer()
    const [next] = slot.tasks
    if (next === undefined) slot.worker.unref()
    else slot.stopTimer = this.#watch(slot, next)
    try {
      task.resolve(this.#options.parse(message))
    } catch (error) {
      task.reject(error)
    }
    this.#assign()
    if (slot.tasks.length === 0) slot.stopTimer = this.#watchIdle(slot)
  }

  #fail(slot: Slot<Result>, failure: TaskFailure): void {
    // A worker that fails before it takes a task fails a task that waits for it: the next one would fare no better.
    const tasks = slot.isReady ? slot.tasks : this.#waiting.splice(0, 1)
    slot.stopTimer()
    slot.worker.unref()
    this.#remove(slot)
    for (const task of tasks.splice(0)) task.reject(failure)
    if (!this.#isClosed) this.#assign()
  }

  #remove(slot: Slot<Result>): void {
    if (!this.#slots.delete(slot)) return
    slot.worker.removeAllListeners()
    // An error of a worker that was given up on is of no interest, and without a listener it would end the process.
    slot.worker.on('error', () => {})
    void slot.worker.terminate()
  }

  /** Lets those that wait for a task that takes long go on without it. */
  #giveWay(task: Task<Result>): void {
    task.isHeavy = true
    if (this.#waiting.length > 0 && this.#slots.size < this.#options.maxSize) this.#addSlot()
    this.#assign()
  }

  #watchIdle(slot: Slot<Result>): () => void {
    const timer = setTimeout(() => {
      if (this.#slots.size > this.#options.size) this.#remove(slot)
      else void this.#replaceSwollen(slot)
    }, SPARE_MS)
    timer.unref()
    return () => clearTimeout(timer)
  }

  /** A worker keeps the memory that its largest task took; another one takes its place before it goes. */
  async #replaceSwollen(slot: Slot<Result>): Promise<void> {
    const bytes = await readHeapBytes(slot.worker)
    const isIdle = () => !this.#isClosed && this.#slots.has(slot) && slot.tasks.length === 0
    if (bytes < MAX_IDLE_BYTES || !isIdle()) return
    this.#addSlot(() => {
      if (isIdle()) this.#remove(slot)
    })
  }

  /** Terminates a worker whose task takes too long; starts another one while tasks wait for a task that takes long. */
  #watch(slot: Slot<Result>, task: Task<Result>): () => void {
    const { cpuMs } = task
    const started = performance.now()
    const startCpu = readCpuMs(slot.worker)
    const lookAgain = (delay: number): NodeJS.Timeout =>
      setTimeout(async () => {
        const used = (await readCpuMs(slot.worker)) - (await startCpu)
        if (slot.tasks[0] !== task) return
        if (used < HELD_UP_MS) heldUp = lookAgain(HELD_UP_MS - used)
        else this.#giveWay(task)
      }, delay)
    let heldUp = lookAgain(HELD_UP_MS)
    const check = setInterval(async () => {
      const wall = performance.now() - started
      if (wall < cpuMs) return
      const used = wall > cpuMs * WALL_FACTOR ? cpuMs : (await readCpuMs(slot.worker)) - (await startCpu)
      if (slot.tasks[0] === task && used >= cpuMs) this.#fail(slot, toDeadlineFailure(cpuMs))
    }, CHECK_MS)
    return () => {
      clearTimeout(heldUp)
      clearInterval(check)
    }
  }
}
