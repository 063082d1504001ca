import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { loadYaml } from '#lib/text/yaml.ts'

const read = (file: string) => readFileSync(path.join('deploy', file), 'utf8')
const dockerfile = read('Dockerfile')
const instructions = dockerfile.replace(/\\\n/g, ' ').split('\n')

/** Files and folders that the build copies from the project. */
const copied = instructions
  .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
  .flatMap((line) => line.split(' ').slice(1, -1))

describe('the Dockerfile', () => {
  it('copies what there is, and what the ignore file lets through', () => {
    const allowed = read('Dockerfile.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1))
    expect(copied.filter((file) => !existsSync(file))).toEqual([])
    expect([...copied].sort()).toEqual(allowed.sort())
  })

  it('copies everything a build is made from, and no words', () => {
    const source = readFileSync('server/next/source-hash.ts', 'utf8')
    const [, list = ''] = /const SOURCES = \[([^\]]*)\]/.exec(source) ?? []
    const sources = [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name.split('/')[0])
    expect(copied).toEqual(expect.arrayContaining(sources))
    expect(copied).not.toContain('content')
  })

  it('runs as nobody of importance', () => {
    const users = instructions.filter((line) => line.startsWith('USER ')).map((line) => line.slice(5))
    expect(users).toEqual(['10001:10001', '0', '10001:10001'])
    expect(instructions.at(-2)).toBe('FROM site')
  })
})

const serviceSchema = z.object({
  read_only: z.boolean().optional(),
  volumes: z.array(z.string()).default([]),
  cap_drop: z.array(z.string()).optional(),
})
const composeSchema = z.object({ services: z.record(z.string(), serviceSchema) })

describe.each(['compose.yaml', 'compose.fleet.yaml'])('%s', (file) => {
  const { services } = composeSchema.parse(loadYaml(read(file), { repeatedKeys: 'refuse' }))

  it('mounts files that there are', () => {
    const mounted = Object.values(services)
      .flatMap(({ volumes }) => volumes)
      .filter((volume) => volume.startsWith('./'))
      .map((volume) => path.join('deploy', volume.split(':')[0] ?? ''))
    expect(mounted.length).toBeGreaterThan(0)
    expect(mounted.filter((name) => !existsSync(name))).toEqual([])
  })

  it('lets no instance write to its root, nor to the words', () => {
    const sites = Object.entries(services).filter(([name]) => name.startsWith('site'))
    for (const [, service] of sites) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
      expect(service.volumes[0]).toMatch(/:\/content:ro$/)
    }
    expect(sites.length).toBeGreaterThan(0)
  })
})

it('the Kubernetes manifest asks for health at the address that says it, as the user of the image', () => {
  const documents = read('kubernetes/broadsheet.yaml')
    .split(/^---$/m)
    .map((text) => loadYaml(text, { repeatedKeys: 'refuse' }))
  const kinds = documents.map((document) => z.object({ kind: z.string() }).parse(document).kind)
  expect(kinds).toEqual(['Deployment', 'PodDisruptionBudget', 'Service', 'Ingress'])
  const text = JSON.stringify(documents[0])
  expect(text).toContain('"readinessProbe":{"httpGet":{"path":"/healthz","port":"http"}')
  expect(text).toContain('"runAsUser":"10001"')
  expect(text).toContain('"readOnlyRootFilesystem":true')
})

it('every recipe is named in docs/running.md', () => {
  const guide = readFileSync('docs/running.md', 'utf8')
  const recipes = globSync('deploy/**/*', { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.dockerignore'))
    .map((entry) => path.join(entry.parentPath, entry.name))
  expect(recipes.filter((file) => !guide.includes(file))).toEqual([])
})
