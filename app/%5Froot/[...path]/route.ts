import { getEnv } from '#lib/config/env.ts'
import { readRootFile } from '#lib/files/root-file.ts'
import { isContentMissing } from '#lib/index/content-there.ts'
import { findRootFile } from '#lib/queries/files/root-file.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { missingFileResponse, notFoundResponse } from '../../_machines/text-response.ts'
import { decodeSegment } from '../../_routing/segments.ts'

type Context = { params: Promise<{ path: string[] }> }

export const dynamic = 'force-dynamic'

/** A file of the content folder's `root/`: the router leads here from its own path. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const segments = (await params).path.map(decodeSegment)
  const index = await getIndex()
  const file = segments.includes(null) ? null : findRootFile(index, `/${segments.join('/')}`)
  const found = file === null ? null : await readRootFile(getEnv().contentDir, file)
  if (found === null) return (await isContentMissing(index)) ? missingFileResponse(true) : notFoundResponse()
  return new Response(found.bytes, {
    headers: { 'content-type': found.type, 'x-content-type-options': 'nosniff' },
  })
}
