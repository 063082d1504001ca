import { keepTrying } from '#lib/concurrency/keep-trying.ts'
import { ensureClone } from '#lib/content-git/clone.ts'
import type { FromSync, SyncSettings } from './sync-messages.ts'

/** Clones the files where they are in a repository, again and again until that is done. Without them there is nothing to serve. */
export async function cloneContent(
  git: SyncSettings['git'],
  post: (message: FromSync) => void,
  isStopped: () => boolean,
): Promise<void> {
  if (git === null) return
  const { source, folder } = git
  await keepTrying(async () => {
    try {
      await ensureClone(source, folder)
      return true
    } catch (error) {
      const reason = Error.isError(error) ? error.message : String(error)
      const message = `CONTENT_GIT: ${source.shown} cannot be cloned (${reason}). It is tried again.`
      post({ kind: 'state', status: 'starting', faults: [['git-failed', message]] })
      return false
    }
  }, isStopped)
}
