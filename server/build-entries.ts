import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Handle } from './capture-response.ts'

/** What a page or route of the build exports. `hostname` is what addresses are completed with. */
type Entry = {
  handler: (...args: [...Parameters<Handle>, { requestMeta: RequestMeta }]) => Promise<void>
}
type RequestMeta = { relativeProjectDir: string; hostname: string }
type Manifest = { staticRoutes: { page: string }[]; dynamicRoutes: { page: string; regex: string }[] }

/**
 * The pages and routes of the build below `folder`, to be called as Next's adapters call them: its own server looks for
 * redirects, rewrites, files and languages first, an eighth of a rendering, where the way is known already.
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

  /** What renders a route. */
  function getHandle(route: string): Handle | null {
    const file = files[`${route === '/' ? '' : route}/page`] ?? files[`${route}/route`]
    if (file === undefined) return null
    const { handler }: Entry = load(`./${file}`)
    return (request, response) =>
      handler(request, response, { requestMeta: { relativeProjectDir: '.', hostname } })
  }

  const handles = new Map<string, Handle | null>()
  return {
    findRoute,
    /** What renders a path, if it is known. */
    find(pathname: string): Handle | null {
      const route = findRoute(pathname)
      if (route === null) return null
      const known = handles.get(route)
      if (known !== undefined) return known
      const handle = getHandle(route)
      handles.set(route, handle)
      return handle
    },
  }
}
