/* The faces of a page's first lines, worth asking for before it is read. */
export const TEXT_FACE_URL = '/fonts/text-9602b787.woff2'
export const DISPLAY_FACE_URL = '/fonts/display-1f33c646.woff2'
