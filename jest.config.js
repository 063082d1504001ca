import nextJest from 'next/jest.js'

/** @type {import('jest').Config} */
const config = {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.{ts,tsx}'],
  testPathIgnorePatterns: ['/node_modules/', '/fixtures/'],
  testTimeout: 30_000,
}

/** next/jest fills in its own ignore list; remark ships ES modules only, so nothing is ignored. */
export default async function jestConfig() {
  const resolved = await nextJest({ dir: './' })(config)()
  return { ...resolved, transformIgnorePatterns: [] }
}
