import type { RequestContext } from '../request-context.ts'
import { getClientAddress } from './client-address.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

export type AccessRecorder = (context: RequestContext) => void

/** Counts a request that was answered, and writes its line in the log. */
export function createRecorder(
  { access }: Pick<Log, 'access'>,
  { count }: Pick<Metrics, 'count'>,
  { trustProxy }: { trustProxy: number },
): AccessRecorder {
  return ({ request, response, now, started, store, bytes, id }) => {
    const ms = Math.round((performance.now() - started) * 1000) / 1000
    const status = response.statusCode
    count({ status, store, ms })
    access?.({
      time: now,
      address: getClientAddress(request, trustProxy),
      method: request.method ?? '-',
      url: request.url ?? '-',
      status,
      bytes,
      ms,
      store,
      id,
      referrer: request.headers.referer,
      agent: request.headers['user-agent'],
    })
  }
}
