import type { Index } from '#lib/index/index-state.ts'
import type { FromSync } from './sync-messages.ts'

/**
 * Tells readers of an index what changed; several changes within one turn are told once.
 *
 * @param mayTell asked when the turn is over: nothing is told, or the state alone, or what changed too
 */
export function createTeller(
  post: (message: FromSync) => void,
  mayTell: () => 'nothing' | 'state' | 'all',
): (index: Index) => void {
  let isTelling = false
  return (index) => {
    if (isTelling) return
    isTelling = true
    setImmediate(() => {
      isTelling = false
      const told = mayTell()
      if (told === 'nothing') return
      post({ kind: 'state', status: index.status, faults: [...index.faults] })
      post({ kind: 'withheld', slugs: [...index.withheld] })
      if (told === 'all') post({ kind: 'changed' })
    })
  }
}
