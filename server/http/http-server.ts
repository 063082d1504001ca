import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import { closeAfterUpgrade } from './ignore-upgrade.ts'
import { SERVER_OPTIONS, setLimits } from './limits.ts'

/** The server as it listens in production: node:http with the limits and the rules that hold for every route. */
export function createHttpServer(listener: RequestListener, options: ServerOptions = {}): Server {
  const server = createServer({ ...SERVER_OPTIONS, ...options }, listener)
  setLimits(server)
  closeAfterUpgrade(server)
  return server
}
