/** `Retry-After` of what cannot be answered now, and may be soon. */
export const RETRY_SECONDS = '5'
