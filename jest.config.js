import nextJest from 'next/jest.js'

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

/** next/jest fills in its own ignore list; remark ships ES modules only, so nothing is ignored. */
export default async function jestConfig() {
  const resolved = await Promise.all(projects.map((project) => withNext(project)()))
  return {
    testTimeout: 180_000,
    // Jest leaves one core out, which on a machine of two is half; much of a site suite waits for its server.
    maxWorkers: '100%',
    projects: resolved.map((project) => ({ ...project, transformIgnorePatterns: [] })),
  }
}
