import { parentPort } from 'node:worker_threads'

// Does what a test's message says.
parentPort?.on('message', (message: string) => {
  if (message === 'spin') for (;;);
  if (message === 'match') /^(a+)+$/.test(`${'a'.repeat(60)}b`)
  if (message === 'hoard') hoard()
  if (message === 'throw') throw new Error('broken on purpose')
  if (message === 'exit') process.exit(3)
  parentPort?.postMessage(`did ${message}`)
})

function hoard(): void {
  const kept: string[][] = []
  for (;;) kept.push(Array.from({ length: 10_000 }, (_, at) => `${kept.length} ${at}`))
}
