/** As `generateStaticParams` of a route whose pages are rendered when they are first asked for, and none by the build. */
export function prerenderNone(): [] {
  return []
}
