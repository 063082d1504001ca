import type { Server } from 'node:http'
import type { Env } from '#lib/config/env.ts'
import { createHttpServer } from '../http/http-server.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { sendMetricsOnOwnPort } from './send-metrics.ts'

/**
 * Opens a port for `/metrics` alone, METRICS_PORT on METRICS_HOST, which no proxy of the site passes on.
 *
 * @throws {Error} naming the settings, when the port cannot be had
 */
export function listenForMetrics(
  port: number,
  env: Pick<Env, 'metricsHost' | 'metricsToken'>,
  metrics: Pick<Metrics, 'contentType' | 'format'>,
  log: Pick<Log, 'error'>,
): Promise<Server> {
  const server = createHttpServer((request, response) => {
    sendMetricsOnOwnPort(request, response, metrics, env).catch((error: unknown) => {
      log.error(error, { during: 'the gathering of figures' })
      response.destroy()
    })
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const where = `METRICS_PORT=${port}, METRICS_HOST=${env.metricsHost}`
      reject(new Error(`Cannot listen for /metrics (${where}): ${error.message}`, { cause: error }))
    })
    server.listen(port, env.metricsHost, () => resolve(server))
  })
}
