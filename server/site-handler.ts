import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Env } from '#lib/config/env.ts'
import { type Encoded, encodeAnswer, improveAnswer, toCoding } from './answer/answer.ts'
import { negotiateCoding } from './answer/negotiate.ts'
import { listSecurityHeaders } from './answer/security-headers.ts'
import { sendAnswer } from './answer/send.ts'
import type { PageAnswerer } from './answer-page.ts'
import { classifyRequest, type Route } from './classify-request.ts'
import { sendErrorPage } from './error-page.ts'
import { type Asked, type Exchange, type Responder, startExchange } from './exchange.ts'
import { judgeRequest } from './judge-request.ts'
import type { PassOn } from './next-handler.ts'
import { getClientAddress } from './observe/client-address.ts'
import type { Log } from './observe/log.ts'
import type { Metrics } from './observe/metrics.ts'
import type { Record } from './observe/record.ts'
import { getRequestId } from './observe/request-id.ts'
import { sendMetrics } from './observe/send-metrics.ts'
import { refuse } from './refuse.ts'
import type { PictureSender } from './send-picture.ts'
import { sendOptions, sendRedirect, sendTooMany } from './send-short.ts'
import type { StaticFile, StaticFiles } from './static-files.ts'
import { RenderTimeout } from './time-out.ts'
import type { AnswerSimple } from './wire/desk.ts'

export type SiteHandler = {
  /** Answers whatever node:http has read. */
  handle: (request: IncomingMessage, response: ServerResponse) => void
  /** Answers a GET or HEAD without a body, where that needs neither Next nor node:http. */
  answerSimple: AnswerSimple
}

type HttpExchange = Exchange<IncomingMessage, ServerResponse>

export type SiteServices = {
  env: Pick<Env, 'siteUrl' | 'trustProxy' | 'metricsToken'>
  pages: Pick<PageAnswerer, 'answerPage'>
  files: Pick<StaticFiles, 'get' | 'has'>
  sendPicture: PictureSender
  passOn: PassOn
  /** Whether a client may search at a time in milliseconds. */
  maySearch: (client: string, now: number) => boolean
  metrics: Pick<Metrics, 'format' | 'contentType' | 'fault'>
  log: Pick<Log, 'error'>
  record: Record
  /** Work that can wait. */
  later: (work: () => Promise<void>) => void
}

/** What every request goes through: may it be answered, who answers it, and a line in the log. */
export function createSiteHandler(services: SiteServices): SiteHandler {
  return {
    handle: (request, response) => {
      const exchange = startExchange(request, response)
      try {
        const pending = answer(services, exchange)
        if (pending === undefined) services.record(exchange)
        else finish(services, exchange, pending)
      } catch (error) {
        failNow(services, exchange, error)
      }
    },
    answerSimple: (request, response) => answerSimple(services, request, response),
  }
}

function answerSimple(services: SiteServices, request: Asked, response: Responder): boolean | Promise<void> {
  const exchange = startExchange(request, response)
  try {
    const pending = answerRoute(services, exchange, classifyRequest(request, services.files.has))
    if (pending === null) return false
    if (pending !== undefined) return finish(services, exchange, pending)
    services.record(exchange)
  } catch (error) {
    failNow(services, exchange, error)
  }
  return true
}

function failNow(services: SiteServices, exchange: Exchange, error: unknown): void {
  fail(services, exchange, error)
  services.record(exchange)
}

async function finish(services: SiteServices, exchange: Exchange, pending: Promise<void>): Promise<void> {
  try {
    await pending
  } catch (error) {
    fail(services, exchange, error)
  }
  services.record(exchange)
}

/** Undefined when the answer was given at once: most are, and a promise for each would be felt. */
function answer(services: SiteServices, exchange: HttpExchange): Promise<void> | undefined {
  const { request, response } = exchange
  const refusal = judgeRequest(request)
  if (refusal !== null) return void refuse(request, response, refusal)
  if (request.method === 'OPTIONS') return void sendOptions(services.env, response)
  const route = classifyRequest(request, services.files.has)
  if (route.kind === 'metrics') {
    return sendMetrics(request, response, services.metrics, services.env)
  }
  const pending = answerRoute(services, exchange, route)
  return pending === null ? passOn(services, exchange, route.path) : pending
}

/** Null, and nothing done, for what others answer. */
function answerRoute(
  services: SiteServices,
  exchange: Exchange,
  route: Route,
): Promise<void> | undefined | null {
  switch (route.kind) {
    case 'redirect':
      return void sendRedirect(services.env, exchange, route.path)
    case 'page':
      if (route.isOpenEnded && !mayAsk(services, exchange)) return void sendTooMany(services.env, exchange)
      return services.pages.answerPage(exchange, route)
    case 'asset':
      return answerAsset(services, exchange, services.files.get(route.path))
    case 'picture':
      return services.sendPicture(exchange, route.path)
    case 'metrics':
    case 'next':
      return null
  }
}

/** Searches are made up without end; each client has its share of them. */
function mayAsk({ env, maySearch }: SiteServices, { request, now }: Exchange): boolean {
  return maySearch(getClientAddress(request, env.trustProxy), now.getTime())
}

function answerAsset(
  services: SiteServices,
  exchange: Exchange,
  file: StaticFile | null,
): Promise<void> | undefined | null {
  if (file === null) return null
  const { answer } = file
  const coding = toCoding(answer, negotiateCoding(exchange.request.headers['accept-encoding']))
  const held = answer.encoded.get(coding)
  if (held !== undefined) return void sendAsset(exchange, file, held)
  return encodeAnswer(answer, coding).then((encoded) => {
    services.later(() => improveAnswer(answer, coding))
    sendAsset(exchange, file, encoded)
  })
}

function sendAsset(exchange: Exchange, { answer, cacheControl }: StaticFile, encoded: Encoded): void {
  const { request, response, now } = exchange
  const sent = sendAnswer(request, response, answer, encoded, { now: now.getTime(), cacheControl })
  exchange.bytes = sent.bytes
}

async function passOn({ env, passOn }: SiteServices, exchange: HttpExchange, path: string): Promise<void> {
  const { request, response } = exchange
  for (const [name, value] of listSecurityHeaders(env)) response.setHeader(name, value)
  const closed = once(response, 'close')
  await passOn(request, path, response)
  await closed
  exchange.bytes = Number(response.getHeader('Content-Length') ?? 0)
}

function fail({ env, log, metrics }: SiteServices, exchange: Exchange, error: unknown): void {
  const { request, response } = exchange
  const isTimeout = error instanceof RenderTimeout
  exchange.id = getRequestId(request, env.trustProxy)
  metrics.fault(isTimeout ? 'timeout' : 'error')
  log.error(error, { id: exchange.id, method: request.method, url: request.url })
  sendErrorPage(response, isTimeout ? 503 : 500, exchange.id)
}
