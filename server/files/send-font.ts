import type { Env } from '#lib/config/env.ts'
import { getCachedFont, getFont } from '#lib/fonts/get-font.ts'
import { getKnownRevision } from '#lib/freshness/revision.ts'
import type { Index } from '#lib/index/index-state.ts'
import { toPictureAnswer } from '#lib/picture-service/picture-file.ts'
import type { RequestContext } from '../request-context.ts'
import { createSender } from './send-picture.ts'

export type FontSender = (context: RequestContext, path: string) => Promise<void> | undefined

/** Sends the fonts of the content folder that pages name, without Next: those in memory at once. */
export function createFontSender(index: Index, env: Pick<Env, 'siteUrl'>): FontSender {
  const send = createSender(env)
  return (context, path) => {
    const cached = getCachedFont(index.site.faces, path)
    if (cached !== null) return void send(context, cached)
    // Reads the settings again where another process changed them.
    getKnownRevision(index, context.now)
    return getFont(index.contentDir, index.site.faces, path)
      .then((font) => toPictureAnswer(index, font))
      .then((answer) => send(context, answer))
  }
}
