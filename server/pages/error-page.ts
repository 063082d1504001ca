import { RETRY_SECONDS } from '#lib/http/missing-file.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { findOpenIndex } from '#lib/sync/open-index.ts'
import { getDirection } from '#lib/text/language.ts'
import type { ResponseWriter } from '../request-context.ts'

const WORDS = {
  429: ['tooManyTitle', 'tooManyText'],
  500: ['errorTitle', 'errorText'],
  503: ['busyTitle', 'busyText'],
} as const

type Status = keyof typeof WORDS

/**
 * Answers a failure with a page of a few lines that needs nothing: no style and no store, and of the index only
 * the paper's language, where one is open. `id`, where something went wrong: it is in the log beside what.
 */
export function sendErrorPage(response: ResponseWriter, status: Status, id?: string): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const page = Buffer.from(formatErrorPage(status, id, findOpenIndex()?.site.language ?? 'en'))
  response.writeHead(status, [
    ...['Content-Type', 'text/html; charset=utf-8'],
    ...['Content-Length', String(page.length)],
    ...['Cache-Control', 'no-store'],
    ...(id === undefined ? [] : ['X-Request-Id', id]),
    ...['X-Content-Type-Options', 'nosniff'],
    ...['Content-Security-Policy', "default-src 'none'; frame-ancestors 'self'"],
    ...(status === 429 || status === 503 ? ['Retry-After', RETRY_SECONDS] : []),
  ])
  response.end(page)
}

export function formatErrorPage(status: Status, id: string | undefined, language: string): string {
  const labels = getLabels(language)
  const [title, text] = WORDS[status].map((name) => labels[name])
  return `<!DOCTYPE html><html lang="${language}" dir="${getDirection(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p><p><a href="/">${labels.toFrontPage}</a></p>${id === undefined ? '' : `<p>${labels.errorReference(id)}</p>`}</body></html>\n`
}
