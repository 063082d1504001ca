import { comparePatterns, matchPattern, type PathPattern, parsePattern, splitPath } from './path-pattern.ts'
import { listRoutes, type NamedRoute } from './route-table.ts'

/** A route a path may be of. `params` are as the path has them; `below` is what follows, for lists alone. */
export type RouteMatch = { route: NamedRoute; params: readonly string[]; below: readonly string[] }

/** The route's own pattern, and that of the route of `app/` which the router rewrites to. */
const PATTERNS: readonly { route: NamedRoute; pattern: PathPattern }[] = listRoutes()
  .flatMap((route) =>
    [route.path, ...(isRewritten(route) ? [route.app] : [])].map((path) => ({ route, path })),
  )
  .map(({ route, path }) => ({ route, pattern: parsePattern(path) }))
  .sort((a, b) => comparePatterns(a.pattern, b.pattern))

/** Whether `app/` answers the route at a path of its own: not the catch-all, which is a page's. */
export function isRewritten(route: NamedRoute): route is NamedRoute & { app: string } {
  return typeof route.app === 'string' && route.kind === 'file'
}

/** Every route that `path` may be of, the most specific first. */
export function* matchRoutes(path: string): Generator<RouteMatch> {
  const segments = splitPath(path)
  for (const { route, pattern } of PATTERNS) {
    const match = matchPattern(pattern, segments)
    if (match !== null && (match.below.length === 0 || route.list !== undefined)) yield { route, ...match }
  }
}
