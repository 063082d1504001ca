import { createHmac, timingSafeEqual } from 'node:crypto'

/** A preview as its URL names it: `/preview/<slug>/<expires>/<signature>`. */
export type PreviewAddress = { slug: string; expires: string; signature: string }

/** The signed path of the preview of the story `slug`, valid until `expires` (whole seconds; a fraction is cut off). */
export function toPreviewPath(slug: string, expires: Date, secret: string): string {
  const seconds = String(Math.floor(expires.getTime() / 1000))
  return `/preview/${encodeURIComponent(slug)}/${seconds}/${sign(slug, seconds, secret)}`
}

/** Whether the address was made with this secret, was not altered, and has not run out. Without a secret, none is. */
export function isValidPreview(
  { slug, expires, signature }: PreviewAddress,
  secret: string | null,
  now: Date,
): boolean {
  if (secret === null || !/^\d{1,12}$/.test(expires) || Number(expires) * 1000 <= now.getTime()) return false
  const expected = Buffer.from(sign(slug, expires, secret))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** HMAC-SHA-256 over slug and time, which a line break keeps apart: no slug contains one. */
function sign(slug: string, expires: string, secret: string): string {
  return createHmac('sha256', secret).update(`${slug}\n${expires}`).digest('base64url')
}
