import { destination, pino } from 'pino'
import type { LogFormat } from '#lib/config/env.ts'

/** One request, as it was answered. `store` says what the page store had to do with it. */
export type AccessLine = {
  time: Date
  address: string
  method: string
  url: string
  status: number
  bytes: number
  ms: number
  store: 'hit' | 'miss' | 'joined' | 'none'
  id: string | undefined
  referrer: string | undefined
  agent: string | undefined
}

export type Log = {
  /** Null when nothing is to be written, so that nothing need be gathered. */
  access: ((line: AccessLine) => void) | null
  error: (error: unknown, about: Record<string, unknown>) => void
  warn: (text: string, about?: Record<string, unknown>) => void
  flush: () => void
}

/** Lines of access are gathered and written a few kilobytes at a time; errors go to stderr at once. */
export function createLog(format: LogFormat): Log {
  const toErrors = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination({ dest: 2, sync: true }),
  )
  const out = destination({ dest: 1, sync: false, minLength: 8192 })
  const flush = () => out.flush()
  setInterval(flush, 1000).unref()
  process.once('exit', () => out.flushSync())
  return {
    access: toAccess(format, out),
    error: (error, about) => toErrors.error({ ...about, err: error }),
    warn: (text, about = {}) => toErrors.warn(about, text),
    flush,
  }
}

function toAccess(format: LogFormat, out: ReturnType<typeof destination>): Log['access'] {
  switch (format) {
    case 'off':
      return null
    case 'common':
      return (line) => out.write(formatCommon(line))
    case 'json': {
      const log = pino({ base: null, timestamp: false }, out)
      return ({ time, ...line }) => log.info({ time: time.toISOString(), ...line })
    }
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * The combined form of the common log format.
 *
 * Source: https://httpd.apache.org/docs/2.4/logs.html#combined
 */
export function formatCommon(line: AccessLine): string {
  const request = quote(`${line.method} ${line.url} HTTP/1.1`)
  const client = `${quote(line.referrer ?? '-')} ${quote(line.agent ?? '-')}`
  return `${line.address} - - [${formatTime(line.time)}] ${request} ${line.status} ${line.bytes} ${client}\n`
}

function formatTime(time: Date): string {
  const [date = '', clock = ''] = time.toISOString().split('T')
  const [year, month, day] = date.split('-')
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${clock.slice(0, 8)} +0000`
}

function quote(text: string): string {
  return `"${text.replace(/[^\x20-\x7e]|["\\]/g, (character) => `\\x${(character.codePointAt(0) ?? 0).toString(16)}`)}"`
}
