import { getFont } from '#lib/fonts/get-font.ts'
import { toPictureAnswer } from '#lib/picture-service/picture-file.ts'
import { getIndex } from '#lib/sync/open-index.ts'
import { toPictureResponse } from '../../../_routing/serve-picture.ts'

/** Which fonts there are is known when they are asked for. */
export const dynamic = 'force-dynamic'

/** Serves a font of the content folder: what `server/` answers before it asks Next, for those who run Next alone. */
export async function GET(request: Request): Promise<Response> {
  const index = await getIndex()
  const font = await getFont(index.contentDir, index.site.faces, new URL(request.url).pathname)
  return toPictureResponse(request, await toPictureAnswer(index, font))
}
