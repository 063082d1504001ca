import { describeFile, type FileConditions } from '#lib/files/file-response.ts'
import { streamFile } from '#lib/files/stream-file.ts'
import { isContentMissing } from '#lib/index/content-there.ts'
import { getContentFile } from '#lib/queries/files/content-files.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { missingFileResponse } from '../../_machines/text-response.ts'

const CONDITIONS = ['if-none-match', 'if-modified-since', 'if-range', 'range'] as const

/** Serves the files of the content folder: what `server/` answers before it asks Next, for those who run Next alone. */
export async function GET(request: Request): Promise<Response> {
  const index = await getIndex()
  const found = await getContentFile(index, new URL(request.url).pathname, new Date())
  if (found === null) return missingFileResponse(await isContentMissing(index))
  const { status, headers, part } = describeFile(found, request.method, readConditions(request))
  // `next.config.js` sends a policy with all that is below /media: a second one would count beside it.
  const { 'content-security-policy': _policy, ...sent } = headers
  const body = part === null || request.method === 'HEAD' ? null : streamFile(found.file, part)
  return new Response(body, { status, headers: { ...sent, 'x-content-type-options': 'nosniff' } })
}

function readConditions({ headers }: Request): FileConditions {
  return Object.fromEntries(
    CONDITIONS.flatMap((name) => {
      const value = headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
}
