import { parsePurgeEnv } from '#lib/config/purge-settings.ts'
import { defaultSite } from '#lib/config/site.ts'
import type { Fault } from '#lib/index/faults.ts'
import { createPurgeState } from '../../../server/pages/purge-state.ts'

it.each([
  ['where a cache is purged', { PURGE_VARNISH: 'http://127.0.0.1:6081' }, [], false, true],
  ['where none is', {}, [], false, false],
  ['while one cannot be', { PURGE_VARNISH: 'http://127.0.0.1:6081' }, ['purge-failed'], false, false],
  ['where another instance writes', { PURGE_VARNISH: 'http://127.0.0.1:6081' }, [], true, false],
] as const)('%s: whether pages may be kept for a day', (_name, env, faults, isFollower, expected) => {
  const index = {
    site: defaultSite,
    faults: new Map(faults.map((fault): [Fault, string] => [fault, 'said'])),
    isFollower,
  }
  expect(createPurgeState(index, parsePurgeEnv(env))()).toBe(expected)
})
