import { globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { z } from 'zod'
import { parseJson } from '#lib/text/json.ts'

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
})

const manifest = parseJson(manifestSchema, readFileSync('package.json', 'utf8'))

/** What a module imports as it runs; types are not there then. */
const IMPORT =
  /^(?:import|export)\b(?!\s+type\b)[^'"=;()]*\bfrom\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

it('what the site and its commands run with is there where only dependencies are, as with NODE_ENV=production', () => {
  const files = globSync('{app,cli,lib,server}/**/*.{ts,tsx,js}')
  const imported = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(
      ([, ...found]) => found.find((name) => name !== undefined) ?? '',
    ),
  )
  const packages = imported
    .filter((name) => !/^[.#]/.test(name) && !isBuiltin(name))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name)
  expect(packages.length).toBeGreaterThan(30)
  // Next installs the last three by itself, and changes package.json, where a build finds them missing.
  const needed = new Set([...packages, 'node', 'typescript', '@types/node', '@types/react'])
  expect([...needed].filter((name) => manifest.dependencies[name] === undefined)).toEqual([])
})

it('docs/dependencies.md has every package of package.json, and no other', () => {
  const installed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(listNamed(readFileSync('docs/dependencies.md', 'utf8'))).toEqual(new Set(installed))
})

/** Whatever stands between backticks in the document and may be a package's name. */
function listNamed(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/`((?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9._-]*)`/g)].map(([, name = '']) => name),
  )
}
