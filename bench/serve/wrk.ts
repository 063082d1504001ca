import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isInstalled, runLoad } from './pin.ts'

export type Load = {
  url: string
  encoding: string
  accept?: string
  connections: number
  seconds: number
  pauseMs?: number
  /** Lua for wrk: what is asked. */
  script?: string
}

/** Requests a second, and the time within which 99 of 100 were answered. */
export type Result = { rate: number; p99Ms: number; failures: number }

const UNITS: Record<string, number> = { us: 0.001, ms: 1, s: 1000, m: 60_000 }

/** @throws {Error} where wrk is missing, saying how to have it */
export function requireWrk(): void {
  if (!isInstalled('wrk')) throw new Error('This bench loads servers with wrk: apt-get install wrk')
}

/** Loads one URL with wrk over keep-alive connections; with a pause, each waits about so long between requests. */
export async function loadUrl({
  url,
  encoding,
  accept = '*/*',
  connections,
  seconds,
  pauseMs = 0,
  script: own = '',
}: Load): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-wrk-'))
  const script = path.join(folder, 'pause.lua')
  const pause = pauseMs === 0 ? '' : `function delay() return math.random(0, ${pauseMs * 2}) end\n`
  writeFileSync(script, pause + own)
  try {
    const text = await runLoad('wrk', [
      '-t1',
      `-c${connections}`,
      `-d${seconds}s`,
      '--latency',
      ...['-s', script],
      ...['-H', `Accept-Encoding: ${encoding}`],
      ...['-H', `Accept: ${accept}`],
      url,
    ])
    return parseWrk(text)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function parseWrk(text: string): Result {
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(text)?.[1] ?? Number.NaN)
  const [, p99, unit] = /99%\s+([\d.]+)(us|ms|s|m)/.exec(text) ?? []
  const failures = Number(/Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1] ?? 0)
  const errors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(text) ?? []
  const broken = errors.slice(1).reduce((sum, count) => sum + Number(count), 0)
  return { rate, p99Ms: Number(p99) * (UNITS[unit ?? ''] ?? Number.NaN), failures: failures + broken }
}
