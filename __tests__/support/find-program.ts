import { spawnSync } from 'node:child_process'

/** A program of the machine: how to find out whether it is there, and the Debian package that has it. */
const PROGRAMS = {
  java: { check: 'command -v java', debianPackage: 'default-jre-headless' },
  newsboat: { check: 'command -v newsboat', debianPackage: 'newsboat' },
  lynx: { check: 'command -v lynx', debianPackage: 'lynx' },
  w3m: { check: 'command -v w3m', debianPackage: 'w3m' },
  feedparser: { check: '/usr/bin/python3 -c "import feedparser"', debianPackage: 'python3-feedparser' },
  varnish: {
    check: 'PATH=$PATH:/usr/sbin command -v varnishd && ls /usr/lib/*/varnish/vmods/libvmod_xkey.so',
    debianPackage: 'varnish varnish-modules',
  },
  haproxy: { check: 'PATH=$PATH:/usr/sbin command -v haproxy', debianPackage: 'haproxy' },
  nginx: { check: 'PATH=$PATH:/usr/sbin command -v nginx', debianPackage: 'nginx-light' },
  caddy: { check: 'command -v caddy', debianPackage: 'caddy' },
  faketime: { check: 'ls /usr/lib/*/faketime/libfaketimeMT.so.1', debianPackage: 'libfaketime' },
  'systemd-analyze': { check: 'command -v systemd-analyze', debianPackage: 'systemd' },
} as const

type Program = keyof typeof PROGRAMS

/**
 * `describe` where the programs are there, `describe.skip` with a line naming the package of one that is not. In CI it must be
 * there: a suite that is never run proves nothing.
 */
export function describeWithProgram(...programs: Program[]): jest.Describe {
  const program = programs.find((name) => spawnSync('sh', ['-c', PROGRAMS[name].check]).status !== 0)
  if (program === undefined) return describe
  const { debianPackage } = PROGRAMS[program]
  if (process.env.CI !== undefined) throw new Error(`CI needs ${program}: apt-get install ${debianPackage}`)
  console.warn(`Tests with ${program} skipped: it is not installed (apt-get install ${debianPackage}).`)
  return describe.skip
}
