import { spawnSync } from 'node:child_process'

/** A program of the machine: how to find out whether it is there, and the Debian package that has it. */
const PROGRAMS = {
  java: { check: 'command -v java', debianPackage: 'default-jre-headless' },
  newsboat: { check: 'command -v newsboat', debianPackage: 'newsboat' },
  lynx: { check: 'command -v lynx', debianPackage: 'lynx' },
  w3m: { check: 'command -v w3m', debianPackage: 'w3m' },
  feedparser: { check: '/usr/bin/python3 -c "import feedparser"', debianPackage: 'python3-feedparser' },
} as const

/**
 * `describe` where a program is there, `describe.skip` with a line naming its package where it is not. In CI it must be
 * there: a suite that is never run proves nothing.
 */
export function describeWithProgram(program: keyof typeof PROGRAMS): jest.Describe {
  const { check, debianPackage } = PROGRAMS[program]
  if (spawnSync('sh', ['-c', check]).status === 0) return describe
  if (process.env.CI !== undefined) throw new Error(`CI needs ${program}: apt-get install ${debianPackage}`)
  console.warn(`Tests with ${program} skipped: it is not installed (apt-get install ${debianPackage}).`)
  return describe.skip
}
