import { spawn } from 'node:child_process'
import { hideCredentials } from '#lib/config/git-source.ts'

const LIMIT_MS = 10 * 60_000
const MAX_OUTPUT = 64 * 1024

/** Never asks anybody, and takes no settings from elsewhere that run programs on what is fetched. */
const SETTINGS = ['-c', 'protocol.ext.allow=never', '-c', 'core.fsmonitor=false', '-c', 'gc.auto=0']
const ENVIRONMENT = { GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: 'true', GIT_LFS_SKIP_SMUDGE: '1', LC_ALL: 'C' }

/**
 * Runs the machine's git and answers with what it printed.
 *
 * @throws {Error} with the last line that git said, without credentials
 */
export function runGit(args: readonly string[], folder?: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const child = spawn('git', [...SETTINGS, ...args], {
    ...(folder === undefined ? {} : { cwd: folder }),
    env: { ...process.env, ...ENVIRONMENT },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT_MS,
    killSignal: 'SIGKILL',
  })
  let output = ''
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-MAX_OUTPUT)
  })
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-MAX_OUTPUT)
  })
  child.once('error', (error) => reject(new Error(`git cannot be run (${error.message})`)))
  child.once('close', (code, signal) => {
    if (code === 0) resolve(output.trim())
    else reject(new Error(getReason(said) || `git ended with ${signal ?? code}`))
  })
  return promise
}

/** The line that says what is wrong; the last one otherwise. */
function getReason(said: string): string {
  const lines = hideCredentials(said)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.findLast((line) => /^(?:fatal|error):/.test(line)) ?? lines.at(-1) ?? ''
}
