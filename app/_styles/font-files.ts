/** The face most words are set in, worth asking for before the page is read. */
export const TEXT_FACE_URL = '/fonts/text-9602b787.woff2'
