import { connect } from 'node:net'

/** Resolves when something listens at a port of this machine; rejects when nothing does. */
export function knock(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve()
    })
    socket.once('error', reject)
  })
}
