import type { Server } from 'node:http'
import { closeIndex } from '#lib/index/open-index.ts'

const DEADLINE_MS = 10_000

/** On SIGTERM and SIGINT: no new requests, the open ones finish, and the process ends by itself or at the deadline. */
export function stopOnSignal(server: Server): void {
  const stop = () => {
    server.close(() => closeIndex().finally(() => process.exit(0)))
    server.closeIdleConnections()
    setTimeout(() => process.exit(1), DEADLINE_MS).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
