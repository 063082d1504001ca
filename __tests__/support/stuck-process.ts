import { createServer } from 'node:http'
import { Worker } from 'node:worker_threads'
import { NO_DESK } from '../../server/fast-path/fast-path.ts'
import { stopOnSignal } from '../../server/http/stop.ts'

// A server that never answers, with a thread that waits for a disk that never answers: it opens a pipe (the argument)
// that nobody writes to.
const [, , pipe = ''] = process.argv
const thread = new Worker('require("node:fs").openSync(require("node:worker_threads").workerData)', {
  eval: true,
  workerData: pipe,
})
const server = createServer(() => console.log('asked'))
stopOnSignal(server, NO_DESK, () => console.log('flushed'), 500)
thread.once('online', () => server.listen(0, () => console.log(JSON.stringify(server.address()))))
