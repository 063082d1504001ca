import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Env } from '#lib/config/env.ts'
import { describeFile } from '#lib/files/file-response.ts'
import { listSecurityHeaders } from '#lib/http/security-headers.ts'
import type { Index } from '#lib/index/index-state.ts'
import { getContentFile } from '#lib/queries/files/content-files.ts'
import type { RequestContext } from '../request-context.ts'

export type FileSender = (
  context: RequestContext<IncomingMessage, ServerResponse>,
  path: string,
) => Promise<void>

const NO_FILE = Buffer.from('No such file.\n')

/** Sends files of the content folder piece by piece: no file is ever whole in memory. */
export function createFileSender(index: Index, env: Pick<Env, 'siteUrl'>): FileSender {
  const common = listSecurityHeaders(env).flat()
  return async (context, path) => {
    const { request, response, now } = context
    const found = await getContentFile(index, path, now)
    if (found === null) return sendMissing(response, common)
    const { status, headers, part } = describeFile(found, request.method ?? 'GET', request.headers)
    response.writeHead(status, [...common, ...Object.entries(headers).flat()])
    if (part === null || request.method === 'HEAD') return void response.end()
    context.bytes = await sendPart(found.file, part, response)
  }
}

/** A reader who leaves ends it; a file that became shorter meanwhile cuts the connection, as its length was promised. */
async function sendPart(
  file: string,
  part: { start: number; end: number },
  response: ServerResponse,
): Promise<number> {
  const stream = createReadStream(file, part)
  try {
    await pipeline(stream, response, { end: false })
  } catch (error) {
    response.destroy()
    if (!hasLeft(error)) throw error
    return stream.bytesRead
  }
  if (stream.bytesRead === part.end - part.start + 1) response.end()
  else response.destroy()
  return stream.bytesRead
}

function hasLeft(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
}

function sendMissing(response: ServerResponse, common: readonly string[]): void {
  const type = ['Content-Type', 'text/plain; charset=utf-8', 'Cache-Control', 'no-store']
  response.writeHead(404, [...common, ...type, 'Content-Length', String(NO_FILE.length)])
  response.end(NO_FILE)
}
