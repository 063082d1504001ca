import type { ReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Env } from '#lib/config/env.ts'
import { describeFile } from '#lib/files/file-response.ts'
import { isCode, isUnreadable } from '#lib/files/path-errors.ts'
import { openRegularFile } from '#lib/files/read-file.ts'
import { describeMissingFile } from '#lib/http/missing-file.ts'
import { listSecurityHeaders } from '#lib/http/security-headers.ts'
import { isContentMissing } from '#lib/index/content-there.ts'
import type { Index } from '#lib/index/index-state.ts'
import { getContentFile } from '#lib/queries/files/content-files.ts'
import type { RequestContext } from '../request-context.ts'

export type FileSender = (
  context: RequestContext<IncomingMessage, ServerResponse>,
  path: string,
) => Promise<void>

/** Sends files of the content folder piece by piece: no file is ever whole in memory. */
export function createFileSender(index: Index, env: Pick<Env, 'siteUrl'>): FileSender {
  const common = listSecurityHeaders(env).flat()
  return async (context, path) => {
    const { request, response, now } = context
    const found = await getContentFile(index, path, now)
    if (found === null) return sendMissing(response, common, await isContentMissing(index))
    const { status, headers, part } = describeFile(found, request.method ?? 'GET', request.headers)
    const handle = part === null || request.method === 'HEAD' ? null : await openFile(found.file)
    if (handle === 'unreadable') return sendMissing(response, common, false)
    response.writeHead(status, [...common, ...Object.entries(headers).flat()])
    if (part === null || handle === null) return void response.end()
    context.bytes = await sendPart(handle.createReadStream(part), part, response)
  }
}

async function openFile(file: string): Promise<FileHandle | 'unreadable'> {
  try {
    return await openRegularFile(file)
  } catch (error) {
    if (isUnreadable(error)) return 'unreadable'
    throw error
  }
}

/** A reader who leaves ends it; a file that became shorter meanwhile cuts the connection, as its length was promised. */
async function sendPart(
  stream: ReadStream,
  part: { start: number; end: number },
  response: ServerResponse,
): Promise<number> {
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
  return isCode(error, 'ERR_STREAM_PREMATURE_CLOSE') || isCode(error, 'ERR_STREAM_UNABLE_TO_PIPE')
}

function sendMissing(response: ServerResponse, common: readonly string[], isUnavailable: boolean): void {
  const { status, headers, body } = describeMissingFile(isUnavailable)
  response.writeHead(status, [...common, ...Object.entries(headers).flat()])
  response.end(body)
}
