/* The files of the built-in faces. */
export const TEXT_FACE_URL = '/fonts/text-9de8e96f.woff2'
export const ITALIC_FACE_URL = '/fonts/text-italic-b85f9339.woff2'
export const DISPLAY_FACE_URL = '/fonts/display-e7253a66.woff2'
export const CAPS_FACE_URL = '/fonts/caps-90351077.woff2'
