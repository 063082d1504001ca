import { getEnv } from '#lib/config/env.ts'
import { parseSite } from '#lib/config/parse/parse-site.ts'
import { listCaches } from '#lib/config/purge-settings.ts'

const read = (settings: Record<string, string>) => getEnv({ NODE_ENV: 'test', ...settings })
const list = (yaml: string, settings: Record<string, string> = {}) =>
  listCaches(parseSite(yaml, 'site.yaml').site, read(settings)).map(({ name }) => name)

it.each([
  [
    { PURGE_VARNISH: 'http://desk:s3cret@varnish:6081' },
    'PURGE_VARNISH cannot be used: it must be an address such as',
  ],
  [{ PURGE_VARNISH: 'varnish:6081' }, 'PURGE_VARNISH cannot be used: it must be an address such as'],
  [
    { PURGE_VARNISH: 'http://varnish', PURGE_VARNISH_METHOD: 's3cret' },
    'PURGE_VARNISH_METHOD cannot be used: it must be xkey or ban.',
  ],
  [{ PURGE_FASTLY: 's3cret/../x' }, 'PURGE_FASTLY cannot be used: it must be the id of a service'],
  [{ PURGE_CLOUDFLARE: 's3cret?' }, 'PURGE_CLOUDFLARE cannot be used: it must be the id of a zone'],
  [
    { PURGE_WEBHOOK: 'https://desk:s3cret@hooks.example/' },
    'PURGE_WEBHOOK cannot be used: it must be an address',
  ],
  [{ FASTLY_API_TOKEN: 's3cret token' }, 'FASTLY_API_TOKEN must be printable ASCII without spaces.'],
  [{ PURGE_FASTLY_API: 's3cret' }, 'PURGE_FASTLY_API must be an address'],
])('%j is refused, and no value is shown', (settings, message) => {
  expect(() => read(settings)).toThrow(message)
  expect(() => read(settings)).not.toThrow('s3cret')
})

it('names no cache where none is set', () => {
  expect(list('name: The Packet\n')).toEqual([])
})

it('names every cache of site.yaml and of the environment once, without what a path may hide', () => {
  const yaml = [
    'purge:',
    '  varnish: { urls: http://10.0.0.5:6081 }',
    '  cloudflare: { zone: "023e105f" }',
    '  webhook: { url: "https://hooks.paper.example/purge/s3cret" }',
  ].join('\n')
  expect(list(yaml)).toEqual([
    'Varnish at http://10.0.0.5:6081',
    'Cloudflare 023e105f',
    'the webhook at hooks.paper.example',
  ])
  expect(
    list(yaml, { PURGE_VARNISH: 'http://v1:80 http://v2:80,http://v1:80', PURGE_FASTLY: 'SU1Z0' }),
  ).toEqual([
    'Varnish at http://v1:80',
    'Varnish at http://v2:80',
    'Fastly SU1Z0',
    'Cloudflare 023e105f',
    'the webhook at hooks.paper.example',
  ])
})

it('reports a credential in site.yaml as a setting that there is not, without showing it', () => {
  const { site, problems } = parseSite('purge:\n  fastly: { service: abc, token: s3cret }\n', 'site.yaml')
  expect(site.purge).toEqual({ fastly: { service: 'abc' } })
  expect(problems.map(({ field, line }) => [field, line])).toEqual([['purge.fastly', 2]])
  expect(JSON.stringify(problems)).not.toContain('s3cret')
})
