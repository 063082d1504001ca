import { getSite } from '#lib/index/queries.ts'
import { answerNothing, answerText, TEXT } from '../_machines/answer-text.ts'

export const dynamic = 'force-static'

/** Answers at `/<key>.txt`, where the front door leads here. */
export async function GET(): Promise<Response> {
  const key = (await getSite()).indexNow?.key
  return key === undefined ? answerNothing() : answerText(key, TEXT)
}
