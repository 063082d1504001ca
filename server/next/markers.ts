/**
 * What Next and React write into their pages, requests and keys, and we know it by. None of it is official: for each
 * there is a test in `__tests__/server/next/contract.test.ts`.
 */

/** Draft Mode's cookie. Its value is the build's bypass token. `proxy.ts` repeats it: Next reads that at build time. */
export const DRAFT_COOKIE = '__prerender_bypass'

/** Where Next serves the scripts, sheets and pictures of the build. */
export const BUILD_URL = '/_next/'

/** The `id` of `<html>` when a page failed or called `notFound()`: a document that only scripts would fill. */
export const ERROR_SHELL_ID = '__next_error__'

/** `<template id="B:0">`: the place of a Suspense boundary whose content was not ready when the page was sent. */
const PENDING_SUSPENSE = Buffer.from('<template id="B:')

const ERROR_SHELL = Buffer.from(`<html id="${ERROR_SHELL_ID}"`)

/** A page that React sent before all its content was ready. */
export function isUnfinished(body: Buffer): boolean {
  return body.includes(PENDING_SUSPENSE)
}

/** A document that only scripts would fill. */
export function isErrorShell(body: Buffer): boolean {
  return body.includes(ERROR_SHELL)
}

/** The id of a `<template>` whose place a script of React's fills: boundaries (B), placeholders (P), segments (S). */
export function isTemplateOfReact(id: string): boolean {
  return /^[BPS]:/.test(id)
}

/** What stands in a `<div hidden>` that nothing came into: nothing, or React's comments around a boundary. */
export function isEmptyPlaceholder(inner: string): boolean {
  return /^(?:<!--[/$!?&]*-->)*$/.test(inner)
}

/**
 * The path of a page or route from its key in Next's cache; null for data and pictures. Keys are
 * `/route-cache/<kind>/<hash of the route>/$<path>`, and the front page is `/index`.
 */
export function toPathOfCacheKey(key: string): string | null {
  const path = /^\/route-cache\/[^/]+\/[^/]+\/\$(\/.*)$/.exec(key)?.[1]
  return path === '/index' ? '/' : (path ?? null)
}
