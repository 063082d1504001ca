import { touchTags } from '#lib/freshness/revision.ts'
import type { Index } from '#lib/index/index-state.ts'
import type { PictureWrite } from '#lib/index/write-requests.ts'
import { reportPictures } from '#lib/pictures/registry/picture-problems.ts'
import { getTagsOfPicture } from '#lib/pictures/registry/picture-uses.ts'
import {
  bringForwardPicture,
  getPictureState,
  keepPicture,
  listFilesNaming,
  putPicture,
  putPictureError,
  removePicture,
} from '#lib/pictures/registry/pictures.ts'

/** Writes what became of a picture, inside the caller's transaction; pages that showed it otherwise are to be made again. */
export function writePictureState(
  index: Index,
  source: string,
  write: PictureWrite,
  late: number | null,
): void {
  const before = getPictureState(index, source)
  switch (write.of) {
    case 'kept':
      keepPicture(index, source, write)
      return
    case 'removed':
      removePicture(index, source)
      return
    case 'wanted':
      if (before === null)
        putPictureError(index, source, { stamp: '', fault: null, due: write.due, tries: 0 })
      else if (before.known === null && before.fault === null) bringForwardPicture(index, source, write.due)
      return
    case 'seen':
      putPicture(index, source, write.stamp, write.checked, write.due)
      break
    case 'fault':
      putPictureError(index, source, write)
  }
  for (const file of listFilesNaming(index, source)) reportPictures(index, file)
  const now = new Date()
  const isShown = before !== null || (late !== null && now.getTime() > late)
  if (isShown && (write.of === 'seen' || before?.known !== null))
    touchTags(index, getTagsOfPicture(index, source, now), now)
}
