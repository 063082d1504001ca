import { postponeAnnouncements, queuePurges, removeAnnouncements } from '#lib/index/announcements.ts'
import { clearFault, raiseFault } from '#lib/index/faults.ts'
import { type Index, putMeta, transact } from '#lib/index/index-state.ts'
import type { Write } from '#lib/index/write-requests.ts'
import { putPictureKey } from '#lib/pictures/registry/pictures.ts'
import { writeRendering } from './keep-rendering.ts'
import { writePictureState } from './picture-writes.ts'

/** Writes to an index this thread owns. */
export function applyWrite(index: Index, write: Write): boolean {
  switch (write.kind) {
    case 'rendering':
      return writeRendering(index, write.found, new Date(write.now))
    case 'picture':
      transact(index, () => writePictureState(index, write.source, write.write, write.late))
      return true
    case 'picture-key':
      putPictureKey(index, write)
      return true
    case 'announced':
      transact(index, () => settleAnnounced(index, write))
      return true
    case 'meta':
      putMeta(index, write.key, write.value)
      return true
    case 'purge':
      transact(index, () => queuePurges(index, new Set(write.tags), new Date()))
      return true
    case 'fault':
      if (write.isRaised) raiseFault(index, write.fault, write.message)
      else clearFault(index, write.fault, write.message)
      return true
    case 'look':
    case 'pull':
      // The thread that owns the index does, where there is a reason to.
      return false
  }
}

function settleAnnounced(index: Index, { service, told, due }: Extract<Write, { kind: 'announced' }>): void {
  if (due === null) removeAnnouncements(index, service, told)
  else postponeAnnouncements(index, service, told, new Date(due))
}
