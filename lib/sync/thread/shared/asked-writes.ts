import { randomUUID } from 'node:crypto'
import type { Write } from '#lib/index/write-requests.ts'
import type { Sql } from '#lib/replication/link.ts'
import { putRequest } from '#lib/replication/requests.ts'

const TIMEOUT_MS = 2_000

/** After a request that nobody answered, pages do not wait for others: another instance is about to take over. */
const SILENCE_MS = 3_000

type Asked = { resolve: (result: boolean) => void; answer: { result: boolean; number: number } | null }

/** What this instance asked of the one that writes. */
export type AskedWrites = {
  /** False where the writer did not answer in time. Otherwise what it wrote is in the index here too. */
  ask: (sql: Sql, write: Write) => Promise<boolean>
  noteAnswer: (id: string, answer: { result: boolean; number: number }) => void
  /** To be called when the index is at the change `number`. */
  settle: (number: number) => void
}

export function createAskedWrites(): AskedWrites {
  const waiting = new Map<string, Asked>()
  let silentUntil = 0

  async function ask(sql: Sql, write: Write): Promise<boolean> {
    if (performance.now() < silentUntil) return false
    const id = randomUUID()
    const { promise, resolve } = Promise.withResolvers<boolean>()
    waiting.set(id, { resolve, answer: null })
    const timer = setTimeout(() => {
      silentUntil = performance.now() + SILENCE_MS
      resolve(false)
    }, TIMEOUT_MS)
    try {
      await putRequest(sql, id, write)
      return await promise
    } catch {
      // The connection was lost: that is a fault of its own.
      return false
    } finally {
      clearTimeout(timer)
      waiting.delete(id)
    }
  }

  function noteAnswer(id: string, answer: { result: boolean; number: number }): void {
    const asked = waiting.get(id)
    if (asked !== undefined) asked.answer = answer
  }

  function settle(number: number): void {
    for (const { answer, resolve } of waiting.values())
      if (answer !== null && answer.number <= number) resolve(answer.result)
  }

  return { ask, noteAnswer, settle }
}
