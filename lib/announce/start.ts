import { getEnv } from '#lib/config/env.ts'
import { applyDueChanges } from '#lib/freshness/schedule.ts'
import { peekIndex } from '#lib/sync/open-index.ts'
import { sendDue } from './send.ts'

const PAUSE_MS = 1_000

/**
 * From now on, tells the services the paper names of what changes, a second or so after it does; of instances that share an
 * index, one does. Never ends by itself.
 */
export function startAnnouncing(): { stop: () => void } {
  const timer = setInterval(announce, PAUSE_MS).unref()
  let isBusy = false
  async function announce(): Promise<void> {
    const index = peekIndex()
    if (isBusy || index.status === 'starting' || index.isFollower) return
    if (index.site.indexNow === undefined && index.site.webSub === undefined) return
    isBusy = true
    try {
      const now = new Date()
      applyDueChanges(index, now)
      await sendDue(index, 'indexnow', getEnv().siteUrl, now)
      await sendDue(index, 'websub', getEnv().siteUrl, now)
    } catch (error) {
      index.log(`Changes could not be announced: ${Error.isError(error) ? error.message : String(error)}`)
    } finally {
      isBusy = false
    }
  }
  return { stop: () => clearInterval(timer) }
}
