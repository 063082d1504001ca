import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { parseJson } from '#lib/text/json.ts'

/** Where Next puts a build. */
export const BUILD_FOLDER = '.next'

const BUILD_FILE = 'broadsheet-build.json'

const buildSchema = z.object({
  /** The source hash the build was made from. */
  buildId: z.string(),
  /** The value of Draft Mode's cookie that this build accepts. */
  bypassToken: z.string(),
  /** Routes and the files that render them, relative to the build folder: `/posts/[slug]`. */
  handlers: z.array(z.object({ route: z.string(), file: z.string() })),
  /** Regular expressions of the routes with parameters, in the order in which they are tried. */
  patterns: z.array(z.object({ route: z.string(), regex: z.string() })),
  /** Paths that only Next's own server can render: it tells adapters no file for them. */
  withoutHandler: z.array(z.string()),
})

/** What the server knows of a build of Next's. */
export type Build = z.infer<typeof buildSchema>

/** Writes the description of a build into its folder, whole or not at all. */
export function writeBuildFile(folder: string, build: Build): void {
  const file = path.join(folder, BUILD_FILE)
  writeFileSync(`${file}.tmp`, JSON.stringify(build, null, 2))
  renameSync(`${file}.tmp`, file)
}

/**
 * The description of the build in `folder`; null when there is no complete build. Next empties the folder when a build
 * begins and the adapter writes the file when it ends.
 *
 * @throws {Error} when the file is of another shape
 */
export function readBuildFile(folder: string): Build | null {
  const file = path.join(folder, BUILD_FILE)
  return existsSync(file) ? parseJson(buildSchema, readFileSync(file, 'utf8')) : null
}
