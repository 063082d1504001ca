import { getEnv } from '#lib/config/env.ts'
import { parseSite } from '#lib/config/parse/parse-site.ts'

const parse = (text: string) => parseSite(text, 'site.yaml')

it('lets pictures come from everywhere and take half a gigabyte, where nothing is said', () => {
  expect(parse('name: The Packet\n').site.images).toEqual({ allowHosts: [], cacheMegabytes: 512 })
})

it('takes an editor’s word for both', () => {
  const { site, problems } = parse('images:\n  allowHosts: [pictures.example]\n  cacheMegabytes: 64\n')
  expect(site.images).toEqual({ allowHosts: ['pictures.example'], cacheMegabytes: 64 })
  expect(problems).toEqual([])
})

it.each(['cacheMegabytes: 0', 'cacheMegabytes: plenty', 'allowHosts: ["https://x.example"]', 'hosts: []'])(
  'reports images: %s',
  (line) => {
    const { site, problems } = parse(`images:\n  ${line}\n`)
    expect(site.images).toEqual({ allowHosts: [], cacheMegabytes: 512 })
    expect(problems).toMatchObject([{ file: 'site.yaml' }])
  },
)

it('asks nobody on this machine unless the operator says so', () => {
  expect(getEnv({ NODE_ENV: 'test' }).allowLoopbackPictures).toBe(false)
  expect(getEnv({ NODE_ENV: 'test', PICTURES_ALLOW_LOOPBACK: 'yes' }).allowLoopbackPictures).toBe(false)
  expect(getEnv({ NODE_ENV: 'test', PICTURES_ALLOW_LOOPBACK: '1' }).allowLoopbackPictures).toBe(true)
})
