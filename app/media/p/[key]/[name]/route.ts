import { servePicture } from '../../../../_routing/serve-picture.ts'

/** Which pictures there are is known when they are asked for. */
export const dynamic = 'force-dynamic'

export function GET(request: Request): Promise<Response> {
  return servePicture(request)
}
