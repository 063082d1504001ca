import { Worker } from 'node:worker_threads'
import { type ConversionJob, type ConvertedStory, convertStory } from './convert-story.ts'

/** Makes files of stories, somewhere. */
export type Converter = {
  /** @throws {Error} when a story cannot be converted, by whatever fault of its own */
  convert: (job: ConversionJob) => Promise<ConvertedStory>
  close: () => Promise<void>
}

type Answer = { converted: ConvertedStory } | { failure: string }
type Waiting = {
  job: ConversionJob
  resolve: (converted: ConvertedStory) => void
  reject: (error: Error) => void
}

/** A story that takes longer than this is given up. Fetching pictures has its own, shorter deadlines. */
const DEADLINE_MS = 120_000
/** Bounds of a thread's heap, in MB: what a story may cost is taken from its thread alone. */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 24 }

/** Stories that a thread has at hand: this one hands out new ones only between stories of its own. */
const AT_HAND = 4
/** Stories that wait for a thread before the one that asks lends a hand. */
const ENOUGH_WAITING = 1
/** Characters of a text that this thread converts itself: none so short takes long. */
const MAX_LOCAL = 20_000

/** Conversion in this thread. */
export const localConverter: Converter = { convert: convertStory, close: async () => {} }

/**
 * Conversion in so many threads, each of which can be ended when a story takes too long or too much. While they have enough
 * to do, short stories are converted here: a thread more would cost the memory of another set of modules.
 */
export function startConverter(threads: number): Converter {
  const queue: Waiting[] = []
  const places = Array.from({ length: threads }, () => new ConversionThread(queue))
  return {
    convert: (job) => {
      if (queue.length >= ENOUGH_WAITING && isShort(job)) return convertStory(job)
      return new Promise((resolve, reject) => {
        queue.push({ job, resolve, reject })
        places.find(({ hasRoom }) => hasRoom)?.takeNext()
      })
    },
    close: async () => {
      await Promise.all(places.map((place) => place.close()))
    },
  }
}

function isShort({ story, media }: ConversionJob): boolean {
  return media.fetch === null && story.body.text.length <= MAX_LOCAL
}

class ConversionThread {
  readonly #queue: Waiting[]
  #worker: Worker | null = null
  /** The story that it converts, and those that it has at hand. */
  readonly #tasks: Waiting[] = []
  #timer: NodeJS.Timeout | undefined

  constructor(queue: Waiting[]) {
    this.#queue = queue
  }

  get hasRoom(): boolean {
    return this.#tasks.length < AT_HAND
  }

  takeNext(): void {
    while (this.hasRoom) {
      const next = this.#queue.shift()
      if (next === undefined) return
      this.#tasks.push(next)
      if (this.#tasks.length === 1) this.#watch()
      this.#worker ??= this.#start()
      this.#worker.postMessage(next.job)
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(new URL('./convert-worker.ts', import.meta.url), { resourceLimits: LIMITS })
    worker.on('message', (answer: Answer) => this.#settle(answer))
    worker.on('error', (error) => this.#fail(error.message, true))
    return worker
  }

  #watch(): void {
    this.#timer = setTimeout(() => this.#fail('it took too long', true), DEADLINE_MS)
  }

  #settle(answer: Answer): void {
    if ('failure' in answer) {
      this.#fail(answer.failure, false)
      return
    }
    this.#finish()?.resolve(answer.converted)
    this.takeNext()
  }

  #fail(reason: string, isBroken: boolean): void {
    const done = this.#finish()
    if (isBroken) {
      clearTimeout(this.#timer)
      void this.#worker?.terminate()
      this.#worker = null
      // Those behind it are as good as any: another thread takes them.
      this.#queue.unshift(...this.#tasks.splice(0))
    }
    done?.reject(new Error(reason))
    this.takeNext()
  }

  #finish(): Waiting | undefined {
    clearTimeout(this.#timer)
    const done = this.#tasks.shift()
    if (this.#tasks.length > 0) this.#watch()
    return done
  }
}
