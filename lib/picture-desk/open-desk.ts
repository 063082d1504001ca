import { setTimeout as wait } from 'node:timers/promises'
import { getEnv } from '#lib/config/env.ts'
import type { Index } from '#lib/index/index-state.ts'
import { getIndex } from '#lib/index/open-index.ts'
import { getPictureDesk } from './desk.ts'
import { fetchWanted } from './fetch-wanted.ts'
import { toHostRules } from './host-rules.ts'

const LOOK_MS = 500

/** From now on fetches what pages wait for, as long as the index is open. */
export async function openPictureDesk(): Promise<void> {
  const index = await getIndex()
  keepFetching(index).catch((error: unknown) => index.log(`Pictures are no longer fetched: ${String(error)}`))
}

async function keepFetching(index: Index): Promise<void> {
  const { dataDir, allowLoopbackPictures } = getEnv()
  const busy = new Set<string>()
  for (;;) {
    await wait(LOOK_MS, undefined, { ref: false })
    if (!index.database.isOpen) return
    if (index.status === 'starting') continue
    const rules = toHostRules(index.site, allowLoopbackPictures)
    fetchWanted(index, getPictureDesk(index, dataDir), rules, busy).catch((error: unknown) => {
      if (index.database.isOpen) index.log(`Pictures cannot be fetched: ${String(error)}`)
    })
  }
}
