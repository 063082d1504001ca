import { createServer } from 'node:http'

// The least a server on Node can do: the bytes and headers at ORIGIN + PATH_TO_COPY, fetched once, for every request.

const { ORIGIN = '', PATH_TO_COPY = '', PORT } = process.env
const response = await fetch(ORIGIN + PATH_TO_COPY)
const body = Buffer.from(await response.arrayBuffer())
const own = new Set(['connection', 'keep-alive', 'date'])
const head = [...response.headers].filter(([name]) => !own.has(name)).flat()

createServer({ noDelay: true, keepAliveTimeout: 65_000 }, (_request, answer) => {
  answer.writeHead(200, head)
  answer.end(body)
}).listen(Number(PORT), '127.0.0.1')
