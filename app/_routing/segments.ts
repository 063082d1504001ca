/**
 * Parts of a URL as Next hands them to a page: percent-encoded text, whatever a reader typed. Null is what no page of
 * ours can be meant by.
 */
export function decodeSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

/** A further page of a list: `2`, `3` … Each page has one URL, so `02`, `2.0` and `+2` are none. */
export function parsePageNumber(segment: string): number | null {
  return /^[1-9]\d{0,6}$/.test(segment) ? Number(segment) : null
}

/** `2026` */
export function parseYear(segment: string): number | null {
  return /^[1-9]\d{3}$/.test(segment) ? Number(segment) : null
}

/** `01` to `12` */
export function parseMonth(segment: string): number | null {
  return /^(?:0[1-9]|1[0-2])$/.test(segment) ? Number(segment) : null
}
