/** The two sides of each point and their edges, and the rings around them. */
type CompassColours = { dark: string; light: string; edge: string; dial: string }

const MARKS = 72

/** A compass rose around a point, as engraved on charts. */
export function drawCompass(x: number, y: number, radius: number, colours: CompassColours): string {
  const points = [
    ...[45, 135, 225, 315].map((angle) => drawPoint(angle, 0.62, colours)),
    ...[0, 90, 180, 270].map((angle) => drawPoint(angle, 0.9, colours)),
  ]
  return `<g transform="translate(${x} ${y}) scale(${radius})">${drawDial(colours)}<g stroke="${colours.edge}" stroke-width=".006" stroke-linejoin="round">${points.join('')}</g></g>`
}

/** The rings, and a mark every five degrees, every sixth of them long. */
function drawDial({ dial }: CompassColours): string {
  const marks = Array.from(
    { length: MARKS },
    (_, position) =>
      `<path d="M0-.95v${position % 6 === 0 ? 0.09 : 0.05}" transform="rotate(${(position * 360) / MARKS})"/>`,
  )
  return `<g fill="none" stroke="${dial}" stroke-width=".006"><circle r="1" stroke-width=".012"/><circle r=".95"/><circle r=".62"/>${marks.join('')}</g>`
}

/** One side is dark and one light, as if the sun stood to the side. */
function drawPoint(angle: number, length: number, { dark, light }: CompassColours): string {
  const half = (side: string, fill: string) => `<path d="M0 ${-length}L${side}.11-.11 0 0Z" fill="${fill}"/>`
  return `<g transform="rotate(${angle})">${half('', dark)}${half('-', light)}</g>`
}
