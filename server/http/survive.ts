import type { Log } from '../observe/log.ts'

/** What nobody caught is written down, and the process goes on: one bad page must not take the others with it. */
export function surviveErrors({ error }: Pick<Log, 'error'>): void {
  process.on('uncaughtException', (thrown) => error(thrown, { during: 'an event nobody waited for' }))
  process.on('unhandledRejection', (thrown) => error(thrown, { during: 'a promise nobody waited for' }))
}
