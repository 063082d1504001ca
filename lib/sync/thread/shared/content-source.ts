import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Puller, startPulling } from '#lib/content-git/puller.ts'
import { clearFault, raiseFault } from '#lib/index/faults.ts'
import type { Index } from '#lib/index/index-state.ts'
import { cloneContent } from '../clone-content.ts'
import type { FromSync, SyncSettings } from '../sync-messages.ts'

/** The files of an instance that shares its index: it serves without them, but for their pictures. */
export type ContentSource = {
  /** Whether the files are here, so that this instance may read them for all. */
  isThere: () => boolean
  pull: () => void
  close: () => Promise<void>
}

export function openContentSource(
  settings: SyncSettings,
  index: Index,
  post: (message: FromSync) => void,
): ContentSource {
  const { git, contentDir } = settings
  let puller: Puller | null = null
  let isClosed = false

  async function open(): Promise<void> {
    await cloneContent(git, post, () => isClosed)
    if (git === null || isClosed) return
    puller = startPulling(git, index)
    puller.pullNow()
  }

  function isThere(): boolean {
    const isHere = existsSync(path.join(contentDir, 'posts'))
    if (isHere) clearFault(index, 'no-content', `CONTENT_DIR is here again: ${contentDir}.`)
    else
      raiseFault(
        index,
        'no-content',
        `CONTENT_DIR has no posts/ folder here: ${contentDir}. This instance serves what the others read, without pictures.`,
      )
    return isHere
  }

  open().catch((error: unknown) => index.log(`CONTENT_GIT: ${String(error)}`))
  return {
    isThere,
    pull: () => puller?.pullNow(),
    close: async () => {
      isClosed = true
      await puller?.close()
    },
  }
}
