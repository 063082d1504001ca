import path from 'node:path'
import type { NextAdapter } from 'next'
import { type Build, writeBuildFile } from './build-file.ts'

const METADATA = new Set([
  '/favicon.ico',
  '/icon.svg',
  '/manifest.webmanifest',
  '/robots.txt',
  '/sitemap.xml',
])

type BuildResult = Parameters<NonNullable<NextAdapter['onBuildComplete']>>[0]

/**
 * Next's adapter: at the end of `next build` it writes what the server needs to know of the build.
 *
 * Source: node_modules/next/dist/docs/01-app/03-api-reference/07-adapters
 */
const adapter: NextAdapter = {
  name: 'broadsheet',
  onBuildComplete: (result) => writeBuildFile(result.distDir, describeBuild(result)),
}

export default adapter

function describeBuild({ buildId, distDir, outputs, routing }: BuildResult): Build {
  // Next lists each page a second time, for its router, with the ending `.rsc`.
  const handlers = [...outputs.appPages, ...outputs.appRoutes]
    .filter(({ pathname }) => !pathname.endsWith('.rsc'))
    .map(({ pathname, filePath }) => ({ route: pathname, file: path.relative(distDir, filePath) }))
  const routes = new Set(handlers.map(({ route }) => route))
  const patterns = routing.dynamicRoutes.flatMap(({ source, sourceRegex }) =>
    source !== undefined && routes.has(source) ? [{ route: source, regex: sourceRegex }] : [],
  )
  // Next hands files of metadata (`robots.txt`) to adapters without a handler: as bytes that were rendered in advance.
  const withoutHandler = [...outputs.staticFiles, ...outputs.prerenders]
    .map(({ pathname }) => pathname)
    .filter((pathname) => METADATA.has(pathname) && !routes.has(pathname))
  return { buildId, bypassToken: findBypassToken(outputs), handlers, patterns, withoutHandler }
}

/** @throws {Error} when Next names no token */
function findBypassToken({ prerenders }: BuildResult['outputs']): string {
  const token = prerenders.map(({ config }) => config.bypassToken).find((value) => value !== undefined)
  if (token === undefined)
    throw new Error('Next named no bypassToken for any prerendered page: see server/next/build-adapter.ts.')
  return token
}
