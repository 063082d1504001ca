/**
 * Why a picture cannot be shown, in words for an editor. A `lasting` fault lies in the picture or its address and will
 * not mend itself; any other is worth another try.
 */
export class PictureError extends Error {
  readonly lasting: boolean

  constructor(message: string, { lasting }: { lasting: boolean }) {
    super(message)
    this.name = 'PictureFault'
    this.lasting = lasting
  }
}

/** A fault no retry mends. */
export function rejectPicture(message: string): PictureError {
  return new PictureError(message, { lasting: true })
}
