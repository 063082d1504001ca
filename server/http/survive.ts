import type { Log } from '../observe/log.ts'

/** Logs uncaught errors and keeps the process running: one bad page must not stop the others. */
export function surviveErrors({ error }: Pick<Log, 'error'>): void {
  process.on('uncaughtException', (thrown) => error(thrown, { during: 'an event nobody waited for' }))
  process.on('unhandledRejection', (thrown) => error(thrown, { during: 'a promise nobody waited for' }))
}
