/** A picture's bytes. They never change at this address. */
export type PictureFile = { type: string; etag: string; bytes: Uint8Array }
