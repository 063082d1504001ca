import type { Server } from 'node:http'
import type { Env } from '#lib/config/env.ts'

/**
 * Takes the port, or the socket that systemd hands over, and resolves with the port (with PORT=0 the system chooses).
 *
 * @throws {Error} naming the setting to change
 */
export function listen(
  server: Server,
  { port, host, listenFd }: Pick<Env, 'port' | 'host' | 'listenFd'>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new Error(explain(error, port, host), { cause: error })))
    server.listen(listenFd === null ? { port, host } : { fd: listenFd }, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function explain(error: Error, port: number, host = 'all interfaces'): string {
  const code = 'code' in error ? error.code : ''
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop that one, or choose another: PORT=${port + 1} npm start`
    case 'EACCES':
      return `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is no address of this machine: ${host}. Leave it unset to listen on all.`
    default:
      return `Cannot listen on ${host}, port ${port}: ${error.message}`
  }
}
