/**
 * `Cache-Control` of what has another address as soon as its bytes are others.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc8246
 */
export const IMMUTABLE = 'public, max-age=31536000, immutable'
