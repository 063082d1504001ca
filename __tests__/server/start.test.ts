import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { createPaper, type Paper, toPostText } from '../support/paper.ts'
import { findFreePort, spawnStart, startSite } from '../support/site-server.ts'

let paper: Paper

beforeAll(() => {
  paper = createPaper({ 'posts/a.md': toPostText({}) })
})

afterAll(() => paper.close())

/** Starts with these settings, waits for the process to end, and gives what it said. */
async function failToStart(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { child, output } = spawnStart({ CONTENT_DIR: paper.contentDir, DATA_DIR: paper.dataDir, ...env })
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { code, said: output() }
}

it('says so when the port is taken', async () => {
  const port = await findFreePort()
  const taker = createServer()
  await new Promise<void>((resolve) => taker.listen(port, resolve))
  const { code, said } = await failToStart({ PORT: String(port) })
  taker.close()
  expect(code).toBe(1)
  expect(said).toBe(
    `Port ${port} is taken by another program. Stop that one, or choose another: PORT=${port + 1} npm start\n`,
  )
})

it.each([
  ['CONTENT_DIR', '/nowhere/at/all', 'CONTENT_DIR is not a folder: /nowhere/at/all. Create it'],
  ['CONTENT_DIR', 'package.json', 'CONTENT_DIR is not a folder'],
  ['PORT', 'eighty', 'PORT must be a whole number from 0 to 65535, not "eighty".'],
  [
    'SITE_URL',
    'paper.example',
    'SITE_URL must be an origin such as https://paper.example, not "paper.example".',
  ],
  ['SITE_URL', 'https://paper.example/news', 'SITE_URL must be an origin'],
  ['HOST', '203.0.113.1', 'HOST is no address of this machine: 203.0.113.1.'],
])('says what to mend when %s is %s', async (name, value, message) => {
  const port = await findFreePort()
  const { code, said } = await failToStart({ PORT: String(port), [name]: value })
  expect(code).toBe(1)
  expect(said).toContain(message)
  expect(said).not.toContain('    at ')
})

it('says so when DATA_DIR cannot be written', async () => {
  const dataDir = `${paper.contentDir}/posts/a.md/data`
  const { code, said } = await failToStart({ PORT: String(await findFreePort()), DATA_DIR: dataDir })
  expect(code).toBe(1)
  expect(said).toContain(`DATA_DIR cannot be created: ${dataDir}. Point it at a folder this user may write.`)
})

const describeOnLinux = process.platform === 'linux' ? describe : describe.skip

describeOnLinux('settings of the allocator', () => {
  it.each([
    ['are there where the environment says nothing of them', {}, 'MALLOC_ARENA_MAX=2'],
    ['are left to whoever sets one', { MALLOC_ARENA_MAX: '3' }, 'MALLOC_ARENA_MAX=3'],
  ])('%s', async (_name, env, expected) => {
    const site = await startSite(paper, { LOG: 'off', ...env })
    const { pid } = site.process
    const variables = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
    expect(variables.filter((line) => line.startsWith('MALLOC_ARENA_MAX='))).toEqual([expected])
    expect((await site.get('/')).status).toBe(200)
    await site.stop()
    expect(site.process.exitCode).toBe(0)
  })
})

it('says so when Node is too old', () => {
  const pretend =
    "Object.defineProperty(process.versions, 'node', { value: '20.19.0' }); import('./server/start.js')"
  const { status, stderr } = spawnSync(process.execPath, ['-e', pretend], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toContain('Broadsheet needs Node 24 or newer; this is Node 20.19.0.')
  expect(stderr).not.toContain('    at ')
})

it('ends by itself when it is told to', async () => {
  const site = await startSite(paper)
  const ended = new Promise((resolve) => site.process.once('exit', resolve))
  site.process.kill('SIGTERM')
  expect(await ended).toBe(0)
})
