import { globSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import nextJest from 'next/jest.js'

// Servers, commands and threads that tests start strip types once. Node does it in WebAssembly, and threads that each load
// that at once crash it now and then: https://github.com/nodejs/node/issues/64500
process.env.NODE_COMPILE_CACHE ??= path.join(tmpdir(), 'broadsheet-compile-cache')

const withNext = nextJest({ dir: './' })

/** @type {import('jest').Config} */
const shared = {
  testEnvironment: 'node',
  testPathIgnorePatterns: ['/node_modules/', '/fixtures/', '/support/'],
}

/**
 * `unit` needs nothing but the source; `site` needs the built site, which its setup builds once.
 *
 * @type {(import('jest').Config & { displayName: string })[]}
 */
const projects = [
  {
    ...shared,
    displayName: 'unit',
    testMatch: ['<rootDir>/__tests__/{app,cli,lib,scripts}/**/*.test.{ts,tsx}'],
  },
  {
    ...shared,
    displayName: 'site',
    testMatch: ['<rootDir>/__tests__/{browser,server,site}/**/*.test.{ts,tsx}'],
    globalSetup: '<rootDir>/__tests__/support/build-site.js',
    globalTeardown: '<rootDir>/__tests__/support/stop-site.js',
  },
]

/**
 * What Jest takes as it is: packages of CommonJS, and what Next built. To transform them too costs most of a cold run, and
 * makes large ones (the browser's driver) larger. Packages that ship ES modules only are transformed: Jest requires all.
 */
function listUntransformed() {
  const modules = globSync('node_modules/{*,@*/*}/package.json').flatMap((file) => {
    const { name, type } = JSON.parse(readFileSync(file, 'utf8'))
    return type === 'module' ? [RegExp.escape(name)] : []
  })
  return [`/node_modules/(?!.*/node_modules/)(?!(?:${modules.join('|')})/).*\\.c?js$`, '/\\.next/']
}

export default async function jestConfig() {
  const transformIgnorePatterns = listUntransformed()
  const resolved = await Promise.all(projects.map((project) => withNext(project)()))
  return {
    testTimeout: 180_000,
    // Jest leaves one core out, which on a machine of two is half; much of a site suite waits for its server.
    maxWorkers: '100%',
    projects: resolved.map((project) => ({ ...project, transformIgnorePatterns })),
  }
}
