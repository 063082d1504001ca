import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Handle } from './capture-response.ts'

/**
 * What a page or route of the build exports. `hostname` is what addresses are completed with. `routeModule` reads the
 * lists of the build that belong to its route, at its first request if nobody does before.
 */
type Entry = {
  handler: (...args: [...Parameters<Handle>, { requestMeta: RequestMeta }]) => Promise<void>
  routeModule: { loadManifests: (page: string, projectDir: string) => unknown }
}
type RequestMeta = { relativeProjectDir: string; hostname: string }
type Manifest = { staticRoutes: { page: string }[]; dynamicRoutes: { page: string; regex: string }[] }

/**
 * The pages and routes of the build below `folder`, to be called as Next's adapters call them: its own server looks for
 * redirects, rewrites, files and languages first, an eighth of a rendering, where the way is known already.
 *
 * @throws {Error} when one of them cannot be loaded
 *
 * Source: node_modules/next/dist/docs/01-app/03-api-reference/07-adapters/08-invoking-entrypoints.md
 */
export function openBuildEntries(folder: string, hostname: string) {
  const load = createRequire(path.resolve(folder, 'server', 'entries.cjs'))
  const files: Record<string, string> = load('./app-paths-manifest.json')
  const { staticRoutes, dynamicRoutes }: Manifest = JSON.parse(
    readFileSync(path.join(folder, 'routes-manifest.json'), 'utf8'),
  )
  const fixed = new Set(staticRoutes.map(({ page }) => page))
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, pattern: new RegExp(regex) }))

  /** The route a path leads to, `/posts/[slug]` for `/posts/tide`; null for none. */
  function findRoute(pathname: string): string | null {
    return fixed.has(pathname)
      ? pathname
      : (patterns.find(({ pattern }) => pattern.test(pathname))?.page ?? null)
  }

  /** Loads what renders a page of the build, with everything that Next reads for it when it is first asked for. */
  function loadHandle(page: string, file: string): Handle {
    const { handler, routeModule }: Entry = load(`./${file}`)
    routeModule.loadManifests(page, process.cwd())
    return (request, response) =>
      handler(request, response, { requestMeta: { relativeProjectDir: '.', hostname } })
  }

  // All of them before the first answer, those too that only Next's own server calls: it remembers for good that a file
  // was not there, also when it was, and the process had too many others open.
  const handles = new Map(
    Object.entries(files).map(([page, file]) => [toRoute(page), loadHandle(page, file)] as const),
  )

  return {
    findRoute,
    /** What renders a path, if it is known. */
    find(pathname: string): Handle | null {
      const route = findRoute(pathname)
      return route === null ? null : (handles.get(route) ?? null)
    },
  }
}

/** `/posts/[slug]/page` and `/feed.xml/route` → `/posts/[slug]`, `/feed.xml`. */
function toRoute(page: string): string {
  return page.replace(/\/(?:page|route)$/, '') || '/'
}
