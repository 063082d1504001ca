import {
  type Announcement,
  postponeAnnouncements,
  removeAnnouncements,
  type Service,
} from '#lib/index/announcements.ts'
import { type Index, putMeta, transact } from '#lib/index/index-state.ts'
import type { CheckedPicture } from '#lib/pictures/derive/check-picture.ts'
import { putPictureKey } from '#lib/pictures/registry/pictures.ts'
import { type FoundInText, writeRendering } from './keep-rendering.ts'
import { writePictureState } from './picture-writes.ts'

/** What is written about a picture. `due` is in milliseconds; `fault` says why it cannot be had. */
export type PictureWrite =
  | { of: 'seen'; stamp: string; checked: CheckedPicture; due: number | null }
  | { of: 'fault'; stamp: string; fault: string | null; due: number | null; tries: number }
  | { of: 'kept'; due: number; tries: number }
  | { of: 'wanted'; due: number }
  | { of: 'removed' }

/**
 * Everything that is written on behalf of readers, as plain data: it may be sent to the thread that owns the index.
 * `late`: after this many milliseconds since 1970 nobody waits for it, and pages were made without it.
 */
export type Write =
  | { kind: 'rendering'; found: FoundInText; now: number }
  | { kind: 'picture'; source: string; write: PictureWrite; late: number | null }
  | { kind: 'picture-key'; key: string; source: string; hash: string; focus: string }
  | { kind: 'announced'; service: Service; told: Announcement[]; due: number | null }
  | { kind: 'meta'; key: string; value: string }

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
  }
}

function settleAnnounced(index: Index, { service, told, due }: Extract<Write, { kind: 'announced' }>): void {
  if (due === null) removeAnnouncements(index, service, told)
  else postponeAnnouncements(index, service, told, new Date(due))
}
