import { setTimeout as wait } from 'node:timers/promises'
import { getEnv } from '#lib/config/env.ts'
import type { Index } from '#lib/index/index-state.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { downloadDue } from './download-due.ts'
import { toHostRules } from './host-rules.ts'
import { getPictureService } from './picture-service.ts'

const POLL_MS = 500

/** From now on fetches what pages wait for, as long as the index is open. */
export async function openPictureService(): Promise<void> {
  const index = await getIndex()
  pollDue(index).catch((error: unknown) => index.log(`Pictures are no longer fetched: ${String(error)}`))
}

async function pollDue(index: Index): Promise<void> {
  const { dataDir, allowLoopbackPictures } = getEnv()
  const busy = new Set<string>()
  for (;;) {
    await wait(POLL_MS, undefined, { ref: false })
    if (!index.database.isOpen) return
    if (index.status === 'starting' || index.isFollower) continue
    const rules = toHostRules(index.site, allowLoopbackPictures)
    downloadDue(index, getPictureService(index, dataDir), rules, busy).catch((error: unknown) => {
      if (index.database.isOpen) index.log(`Pictures cannot be fetched: ${String(error)}`)
    })
  }
}
