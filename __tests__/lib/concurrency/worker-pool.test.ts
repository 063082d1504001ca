import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type PoolOptions, WorkerPool } from '#lib/concurrency/worker-pool.ts'

let pool: WorkerPool<string>

beforeEach(() => {
  pool = openPool(500)
})

afterEach(() => pool.close())

function openPool(cpuMs: number, options: Partial<PoolOptions<string>> = {}): WorkerPool<string> {
  return new WorkerPool({
    file: path.join(import.meta.dirname, 'support/task-worker.ts'),
    workerData: null,
    size: 2,
    maxSize: 4,
    memoryMb: 32,
    cpuMs,
    parse: String,
    ...options,
  })
}

it('does a task in a worker', async () => {
  await expect(pool.run('add', false)).resolves.toBe('did add')
})

it.each([
  { task: 'spin', reason: 'deadline' },
  { task: 'match', reason: 'deadline' },
  { task: 'throw', reason: 'crash' },
  { task: 'exit', reason: 'crash' },
])('gives $task up ($reason), and goes on with other tasks', async ({ task, reason }) => {
  await expect(pool.run(task, false)).rejects.toMatchObject({ name: 'TaskFailure', reason })
  await expect(pool.run('add', false)).resolves.toBe('did add')
})

it('gives up a task that takes too much memory', async () => {
  const patient = openPool(60_000)
  await expect(patient.run('hoard', false)).rejects.toMatchObject({ reason: 'memory' })
  await expect(patient.run('add', false)).resolves.toBe('did add')
  await patient.close()
})

it('does light tasks while heavy ones hold workers up', async () => {
  const order: string[] = []
  const note = (name: string) => () => order.push(name)
  const heavy = ['one', 'two', 'three'].map((name) => pool.run('spin', true).catch(note(name)))
  const light = Array.from({ length: 20 }, () => pool.run('add', false).then(note('light')))
  await Promise.all([...heavy, ...light])
  expect(order.slice(0, 20)).toEqual(Array(20).fill('light'))
  expect(order).toHaveLength(23)
})

it('starts another worker when tasks wait for tasks that looked light', async () => {
  const order: string[] = []
  const note = (name: string) => () => order.push(name)
  const slow = ['one', 'two'].map((name) => pool.run('spin', false).catch(note(name)))
  const light = pool.run('add', false).then(note('light'))
  await Promise.all([...slow, light])
  expect(order[0]).toBe('light')
  expect(order).toHaveLength(3)
})

it('rejects what is under way and what waits when it is closed', async () => {
  const tasks = Promise.allSettled(['spin', 'spin', 'add', 'add'].map((task) => pool.run(task, true)))
  await pool.close()
  expect((await tasks).map((task) => (task.status === 'rejected' ? task.reason.reason : 'done'))).toEqual([
    'closed',
    'closed',
    'closed',
    'closed',
  ])
  await expect(pool.run('add', false)).rejects.toMatchObject({ reason: 'closed' })
})

it('does what is under way and what waits when it is retired, and nothing more', async () => {
  const tasks = Promise.all(['add', 'add', 'add', 'add', 'add'].map((task) => pool.run(task, false)))
  await pool.retire()
  expect(await tasks).toEqual(Array(5).fill('did add'))
  await expect(pool.run('add', false)).rejects.toMatchObject({ reason: 'closed' })
})

it('replaces a worker that swelled once it is idle, and no other', async () => {
  const single = openPool(60_000, { size: 1, maxSize: 1, memoryMb: 512 })
  const first = await single.run('name', false)
  await wait(IDLE_MS)
  expect(await single.run('name', false)).toBe(first)
  await single.run('swell', false)
  let now = first
  // Asking keeps it from being idle.
  for (let round = 0; round < 5 && now === first; round += 1) {
    await wait(IDLE_MS)
    now = await single.run('name', false)
  }
  expect(now).not.toBe(first)
  await single.close()
}, 120_000)

const IDLE_MS = 11_000
