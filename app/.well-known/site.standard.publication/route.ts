import { getSite } from '#lib/queries/queries.ts'
import { notFoundResponse, TEXT, textResponse } from '../../_machines/text-response.ts'

export const dynamic = 'force-static'

/** Proves to standard.site that the record at this address is the paper's. */
export async function GET(): Promise<Response> {
  const { standardSite } = await getSite()
  return standardSite === undefined ? notFoundResponse() : textResponse(standardSite, TEXT)
}
