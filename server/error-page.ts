import type { ServerResponse } from 'node:http'

const PAGES = {
  500: {
    title: 'Something went wrong',
    text: 'This page could not be made. The fault is ours and has been noted; other pages should be fine.',
  },
  503: {
    title: 'Please try again',
    text: 'This page is taking too long to make. Please try again in a moment.',
  },
} as const

/**
 * Answers a failure with a page of a few lines that needs nothing: no style, no store, no index. The reference is in the
 * log beside what went wrong.
 */
export function sendErrorPage(response: ServerResponse, status: keyof typeof PAGES, id: string): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const page = formatErrorPage(status, id)
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(page),
    'Cache-Control': 'no-store',
    'X-Request-Id': id,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'self'",
    ...(status === 503 ? { 'Retry-After': '5' } : {}),
  })
  response.end(page)
}

function formatErrorPage(status: keyof typeof PAGES, id: string): string {
  const { title, text } = PAGES[status]
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p><p><a href="/">To the front page</a></p><p>Reference: ${id}</p></body></html>\n`
}
