import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { Env } from '#lib/config/env.ts'
import { negotiateCoding } from '#lib/http/negotiate.ts'
import { listSecurityHeaders } from '#lib/http/security-headers.ts'
import { getMaxPostBytes, isLimited } from '#lib/routes/route-properties.ts'
import { classifyRequest, type Route } from './classify-request.ts'
import type { FastHandler } from './fast-path/fast-path.ts'
import type { FileSender } from './files/send-file.ts'
import type { FontSender } from './files/send-font.ts'
import type { PictureSender } from './files/send-picture.ts'
import type { StaticFile, StaticFiles } from './files/static-files.ts'
import { judgeRequest } from './http/judge-request.ts'
import { rejectRequest } from './http/reject.ts'
import { sendOptions, sendRedirect } from './http/send-short.ts'
import type { PassOn } from './next/next-handler.ts'
import type { AccessRecorder } from './observe/access-recorder.ts'
import { getClientAddress } from './observe/client-address.ts'
import type { Log } from './observe/log.ts'
import type { Metrics } from './observe/metrics.ts'
import { getRequestId } from './observe/request-id.ts'
import { sendMetrics } from './observe/send-metrics.ts'
import type { PageResponder } from './pages/answer-page.ts'
import { sendErrorPage } from './pages/error-page.ts'
import { RenderTimeout } from './pages/time-out.ts'
import {
  createRequestContext,
  type RequestContext,
  type RequestHead,
  type ResponseWriter,
} from './request-context.ts'
import { type Encoded, encodeResponse, recompress, toCoding } from './response/response.ts'
import { sendResponse } from './response/send.ts'

export type SiteHandler = {
  /** Answers whatever node:http has read. */
  handle: (request: IncomingMessage, response: ServerResponse) => void
  /** Answers a GET or HEAD without a body, where that needs neither Next nor node:http. */
  answerSimple: FastHandler
}

type HttpExchange = RequestContext<IncomingMessage, ServerResponse>

export type SiteServices = {
  env: Pick<Env, 'siteUrl' | 'trustProxy' | 'metricsToken'>
  pages: Pick<PageResponder, 'answerPage'>
  files: Pick<StaticFiles, 'get' | 'has'>
  sendPicture: PictureSender
  sendFont: FontSender
  sendFile: FileSender
  /** The part of a request's query that an old address is known by. */
  getKnownQuery: (path: string, search: string) => string
  passOn: PassOn
  /** Whether a client may search at a time in milliseconds. */
  maySearch: (client: string, now: number) => boolean
  metrics: Pick<Metrics, 'format' | 'contentType' | 'fault'>
  log: Pick<Log, 'error'>
  record: AccessRecorder
  /** Work that can wait. */
  later: (work: () => Promise<void>) => void
}

/** What every request goes through: may it be answered, who answers it, and a line in the log. */
export function createSiteHandler(services: SiteServices): SiteHandler {
  return {
    handle: (request, response) => {
      const context = createRequestContext(request, response)
      try {
        const pending = answer(services, context)
        if (pending === undefined) services.record(context)
        else finish(services, context, pending)
      } catch (error) {
        failNow(services, context, error)
      }
    },
    answerSimple: (request, response) => answerSimple(services, request, response),
  }
}

function answerSimple(
  services: SiteServices,
  request: RequestHead,
  response: ResponseWriter,
): boolean | Promise<void> {
  const context = createRequestContext(request, response)
  try {
    const pending = answerRoute(
      services,
      context,
      classifyRequest(request, services.files.has, services.getKnownQuery),
    )
    if (pending === null) return false
    if (pending !== undefined) return finish(services, context, pending)
    services.record(context)
  } catch (error) {
    failNow(services, context, error)
  }
  return true
}

function failNow(services: SiteServices, context: RequestContext, error: unknown): void {
  fail(services, context, error)
  services.record(context)
}

async function finish(
  services: SiteServices,
  context: RequestContext,
  pending: Promise<void>,
): Promise<void> {
  try {
    await pending
  } catch (error) {
    fail(services, context, error)
  }
  services.record(context)
}

/** Undefined when the answer was given at once: most are, and a promise for each would be felt. */
function answer(services: SiteServices, context: HttpExchange): Promise<void> | undefined {
  const { request, response } = context
  const refusal = judgeRequest(request)
  if (refusal !== null) return void rejectRequest(request, response, refusal)
  if (request.method === 'OPTIONS' && getMaxPostBytes(request.url ?? '') === null)
    return void sendOptions(services.env, response)
  const route = classifyRequest(request, services.files.has, services.getKnownQuery)
  if (route.kind === 'metrics') {
    return sendMetrics(request, response, services.metrics, services.env)
  }
  if (route.kind === 'file') return services.sendFile(context, route.path)
  const pending = answerRoute(services, context, route)
  return pending === null ? passOn(services, context, route.path) : pending
}

/** Null, and nothing done, for what others answer. */
function answerRoute(
  services: SiteServices,
  context: RequestContext,
  route: Route,
): Promise<void> | undefined | null {
  switch (route.kind) {
    case 'redirect':
      return void sendRedirect(services.env, context, route.path)
    case 'page':
      if (isLimited(route.path) && !maySearch(services, context))
        return void sendErrorPage(context.response, 429)
      return services.pages.answerPage(context, route)
    case 'asset':
      return answerAsset(services, context, services.files.get(route.path))
    case 'picture':
      return services.sendPicture(context, route.path)
    case 'font':
      return services.sendFont(context, route.path)
    case 'file':
    case 'metrics':
    case 'next':
      return null
  }
}

/** Searches are made up without end; each client has its share of them. */
function maySearch({ env, maySearch: hasLeft }: SiteServices, { request, now }: RequestContext): boolean {
  return hasLeft(getClientAddress(request, env.trustProxy), now.getTime())
}

function answerAsset(
  services: SiteServices,
  context: RequestContext,
  file: StaticFile | null,
): Promise<void> | undefined | null {
  if (file === null) return null
  const { answer } = file
  const coding = toCoding(answer, negotiateCoding(context.request.headers['accept-encoding']))
  const held = answer.encoded.get(coding)
  if (held !== undefined) return void sendAsset(context, file, held)
  return encodeResponse(answer, coding).then((encoded) => {
    services.later(() => recompress(answer, coding))
    sendAsset(context, file, encoded)
  })
}

function sendAsset(context: RequestContext, { answer, cacheControl }: StaticFile, encoded: Encoded): void {
  const { request, response, now } = context
  const sent = sendResponse(request, response, answer, encoded, { now: now.getTime(), cacheControl })
  context.bytes = sent.bytes
}

async function passOn({ env, passOn }: SiteServices, context: HttpExchange, path: string): Promise<void> {
  const { request, response } = context
  for (const [name, value] of listSecurityHeaders(env)) response.setHeader(name, value)
  const closed = once(response, 'close')
  const body = request.method === 'POST' ? await readBody(request) : null
  if (body === 'broken') return void response.destroy()
  await passOn(request, path, response, body)
  await closed
  context.bytes = Number(response.getHeader('Content-Length') ?? 0)
}

/** The client may leave before all of it is sent. */
async function readBody(request: IncomingMessage): Promise<Buffer | 'broken'> {
  try {
    return await buffer(request)
  } catch (error) {
    if (request.complete) throw error
    return 'broken'
  }
}

function fail({ env, log, metrics }: SiteServices, context: RequestContext, error: unknown): void {
  const { request, response } = context
  const isTimeout = error instanceof RenderTimeout
  context.id = getRequestId(request, env.trustProxy)
  metrics.fault(isTimeout ? 'timeout' : 'error')
  log.error(error, { id: context.id, method: request.method, url: request.url })
  sendErrorPage(response, isTimeout ? 503 : 500, context.id)
}
