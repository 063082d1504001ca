import { createRequire } from 'node:module'
import path from 'node:path'
// What Next's adapters load before the entries of a build: https://github.com/vercel/next.js, `packages/next/src/build/adapter`.
import 'next/dist/build/adapter/setup-node-env.external.js'
import type { Build } from './build-file.ts'
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

/**
 * The pages and routes of the build below `folder`, to be called as Next's adapters call them: its own server looks for
 * redirects, rewrites, files and languages first, an eighth of a rendering, where the way is known already.
 *
 * @throws {Error} when one of them cannot be loaded
 *
 * Source: node_modules/next/dist/docs/01-app/03-api-reference/07-adapters/08-invoking-entrypoints.md
 */
export function openBuildEntries(
  folder: string,
  hostname: string,
  build: Pick<Build, 'handlers' | 'patterns' | 'withoutHandler'>,
) {
  const load = createRequire(path.resolve(folder, 'entries.cjs'))
  const patterns = build.patterns.map(({ route, regex }) => ({ route, pattern: new RegExp(regex) }))

  /** Loads what renders a page of the build, with everything that Next reads for it when it is first asked for. */
  function loadHandle(route: string, file: string): Handle {
    const { handler, routeModule }: Entry = load(`./${file}`)
    routeModule.loadManifests(toManifestKey(route, file), process.cwd())
    return (request, response) =>
      handler(request, response, { requestMeta: { relativeProjectDir: '.', hostname } })
  }

  // All of them before the first answer, those too that only Next's own server calls: it remembers for good that a file
  // was not there, also when it was, and the process had too many others open.
  const handles = new Map(build.handlers.map(({ route, file }) => [route, loadHandle(route, file)] as const))

  const withoutHandler = new Set(build.withoutHandler)

  /** The route a path leads to, `/posts/[slug]` for `/posts/tide`; null for none, and for what only Next's server answers. */
  function findRoute(pathname: string): string | null {
    if (withoutHandler.has(pathname)) return null
    return handles.has(pathname)
      ? pathname
      : (patterns.find(({ pattern }) => pattern.test(pathname))?.route ?? null)
  }

  return {
    findRoute,
    /** What renders a path, if it is known. */
    find(pathname: string): Handle | null {
      const route = findRoute(pathname)
      return route === null ? null : (handles.get(route) ?? null)
    },
  }
}

/** The name of a page in Next's lists of the build: `/posts/[slug]/page`, `/feed.xml/route`. */
function toManifestKey(route: string, file: string): string {
  return `${route === '/' ? '' : route}/${path.basename(file, '.js')}`
}
