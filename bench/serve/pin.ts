import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** Servers get one core and whoever loads them another, where the machine has two and `taskset` to share them out. */
const CAN_PIN = availableParallelism() > 1 && isInstalled('taskset')

export const PINNING = CAN_PIN ? 'one core for the server, another for the load' : 'not pinned to cores'

export function isInstalled(command: string): boolean {
  return spawnSync('which', [command]).status === 0
}

/** Runs a server on its core; it does not outlive this process. */
export function spawnServer(command: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  const [name = '', ...rest] = pin(1, [command, ...args])
  const child = spawn(name, rest, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'ignore'] })
  const end = () => child.kill()
  process.once('exit', end)
  child.once('exit', () => process.removeListener('exit', end))
  return child
}

/** Runs a load to its end on the other core, and gives what it printed. */
export function runLoad(command: string, args: string[]): Promise<string> {
  const [name = '', ...rest] = pin(0, [command, ...args])
  const child = spawn(name, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve(text) : reject(new Error(`${name} ended with ${code}`)),
    )
  })
}

function pin(core: number, command: string[]): string[] {
  return CAN_PIN ? ['taskset', '-c', String(core), ...command] : command
}

/** Lets a server use every core from now on. */
export function unpin(pid: number): void {
  setCores(pid, `0-${availableParallelism() - 1}`)
}

/** Has it use its own core alone again. */
export function repin(pid: number): void {
  setCores(pid, '1')
}

function setCores(pid: number, cores: string): void {
  if (CAN_PIN) spawnSync('taskset', ['-a', '-c', '-p', cores, String(pid)])
}
