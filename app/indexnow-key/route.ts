import { getSite } from '#lib/queries/queries.ts'
import { notFoundResponse, TEXT, textResponse } from '../_machines/text-response.ts'

export const dynamic = 'force-static'

/** Answers at `/<key>.txt`, where the front door leads here. */
export async function GET(): Promise<Response> {
  const key = (await getSite()).indexNow?.key
  return key === undefined ? notFoundResponse() : textResponse(key, TEXT)
}
