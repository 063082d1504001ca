import { getEnv } from '#lib/config/env.ts'
import { renderSitemapPart } from '#lib/feeds/render-sitemap.ts'
import { parseSitemapPart } from '#lib/feeds/sitemap-parts.ts'
import { getIndex } from '#lib/index/open-index.ts'
import { answerNothing, answerStream, XML } from '../../_machines/answer-text.ts'

type Context = { params: Promise<{ part: string }> }

export const dynamic = 'force-static'

export function generateStaticParams(): { part: string }[] {
  return []
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const part = parseSitemapPart((await params).part)
  const context = { index: await getIndex(), siteUrl: getEnv().siteUrl, now: new Date() }
  const pieces = part === null ? null : renderSitemapPart(part, context)
  return pieces === null ? answerNothing() : answerStream(pieces, XML)
}
