import { setTimeout as wait } from 'node:timers/promises'
import { getEnv } from '#lib/config/env.ts'
import { getIndex } from '#lib/index/open-index.ts'
import { getPictureDesk } from './desk.ts'
import { fetchWanted } from './fetch-wanted.ts'
import { toHostRules } from './host-rules.ts'

const LOOK_MS = 500

/** From now on fetches what pages wait for, as long as the process lives. */
export async function openPictureDesk(): Promise<void> {
  const index = await getIndex()
  const { dataDir, allowLoopbackPictures } = getEnv()
  keepFetching().catch((error: unknown) => index.log(`Pictures are no longer fetched: ${String(error)}`))

  async function keepFetching(): Promise<void> {
    for (;;) {
      await wait(LOOK_MS, undefined, { ref: false })
      if (!index.database.isOpen) return
      const rules = toHostRules(index.site, allowLoopbackPictures)
      await fetchWanted(index, getPictureDesk(index, dataDir), rules)
    }
  }
}
