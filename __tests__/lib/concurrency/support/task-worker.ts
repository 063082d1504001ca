import { parentPort, threadId } from 'node:worker_threads'

const swollen: string[][] = []

// Does what a test's message says.
parentPort?.on('message', (message: string) => {
  if (message === 'spin') for (;;);
  if (message === 'match') /^(a+)+$/.test(`${'a'.repeat(60)}b`)
  if (message === 'hoard') hoard()
  if (message === 'swell') for (let at = 0; at < 300; at += 1) swollen.push(makeStrings(at))
  if (message === 'name') return parentPort?.postMessage(`thread ${threadId}`)
  if (message === 'throw') throw new Error('broken on purpose')
  if (message === 'exit') process.exit(3)
  parentPort?.postMessage(`did ${message}`)
})

parentPort?.postMessage('ready')

function hoard(): void {
  const kept: string[][] = []
  for (;;) kept.push(makeStrings(kept.length))
}

function makeStrings(number: number): string[] {
  return Array.from({ length: 10_000 }, (_, at) => `${number} ${at}`)
}
