import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { parseJson } from '#lib/text/json.ts'

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
})

it('docs/dependencies.md has every package of package.json, and no other', () => {
  const manifest = parseJson(manifestSchema, readFileSync('package.json', 'utf8'))
  const installed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(listNamed(readFileSync('docs/dependencies.md', 'utf8'))).toEqual(new Set(installed))
})

/** Whatever stands between backticks in the document and may be a package's name. */
function listNamed(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/`((?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9._-]*)`/g)].map(([, name = '']) => name),
  )
}
