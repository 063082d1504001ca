/** Colours as `#rrggbb`. */
export type PageColours = { ground: string; sheet: string; ink: string; accent: string }

/** A front page on a rounded ground, as SVG: nameplate, picture, words. Its square is given by its middle. */
export function drawFrontPage(
  { ground, sheet, ink, accent }: PageColours,
  { x, y, size }: { x: number; y: number; size: number },
  corner = 12,
): string {
  const place = `translate(${x - size / 2} ${y - size / 2}) scale(${size / 64})`
  return `<g transform="${place}"><rect width="64" height="64" rx="${corner}" fill="${ground}"/><path d="M14 12h36v40H14z" fill="${sheet}"/><path d="M18 17h28v7H18z" fill="${ink}"/><path d="M18 29h12v12H18z" fill="${accent}"/><path d="M34 29h12v2.4H34zm0 4.8h12v2.4H34zm0 4.8h12V41H34zM18 44.4h28v2.4H18z" fill="${ink}"/></g>`
}
