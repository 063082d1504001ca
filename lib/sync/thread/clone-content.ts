import { setTimeout as wait } from 'node:timers/promises'
import { ensureClone } from '#lib/content-git/clone.ts'
import type { FromSync, SyncSettings } from './sync-messages.ts'

const MIN_RETRY_MS = 1_000
const MAX_RETRY_MS = 30_000

/** Clones the files where they are in a repository, again and again until that is done. Without them there is nothing to serve. */
export async function cloneContent(
  git: SyncSettings['git'],
  post: (message: FromSync) => void,
  isStopped: () => boolean,
): Promise<void> {
  if (git === null) return
  const { source, folder } = git
  for (let pause = MIN_RETRY_MS; !isStopped(); pause = Math.min(pause * 2, MAX_RETRY_MS)) {
    try {
      await ensureClone(source, folder)
      return
    } catch (error) {
      const reason = Error.isError(error) ? error.message : String(error)
      const message = `CONTENT_GIT: ${source.shown} cannot be cloned (${reason}). It is tried again.`
      post({ kind: 'state', status: 'starting', faults: [['git-failed', message]] })
    }
    await wait(pause)
  }
}
