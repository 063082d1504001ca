/** For every answer, whatever it is. Two years of HSTS, only where the site is served over https. */
export function listSecurityHeaders({ siteUrl }: { siteUrl: string }): [name: string, value: string][] {
  const common = Object.entries(SECURITY_HEADERS)
  return siteUrl.startsWith('https:')
    ? [...common, ['Strict-Transport-Security', 'max-age=63072000']]
    : common
}

/** What needs no knowledge of the page or the site: plain `next start` sends these too. */
export const SECURITY_HEADERS: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** The part of a Content-Security-Policy that fits every page of Next's own, whose scripts differ from page to page. */
export const COMMON_POLICY = "base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'self'"

/** A drawing in SVG can hold scripts; opened by itself it runs none. */
export const MEDIA_POLICY =
  "script-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox"
