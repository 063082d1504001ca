import { createPageStore, type PageStore } from '#lib/cache/page-store.ts'
import type { Index } from '#lib/index/index-state.ts'
import {
  type Answer,
  countBytes,
  type Encoded,
  encodeAnswer,
  improveAnswer,
  toCoding,
} from './answer/answer.ts'
import { createCacheControl } from './answer/cache-control.ts'
import { type Coding, negotiateCoding } from './answer/negotiate.ts'
import { sendAnswer } from './answer/send.ts'
import type { Route } from './classify-request.ts'
import type { Exchange } from './exchange.ts'
import type { Made } from './render-page.ts'
import { createSharedRenders, type Wanted } from './share-renders.ts'

type PageRoute = Extract<Route, { kind: 'page' }>

export type PageServices = {
  index: Index
  maxBytes: number
  make: (wanted: Wanted) => Promise<Made>
  /** Work that can wait. */
  later: (work: () => Promise<void>) => void
}

/** Who asks twice gets the best compression soon; a crawler's one visit to each of 100,000 pages pays for none. */
const USES_BEFORE_BEST = 2

export type PageAnswerer = ReturnType<typeof createPageAnswerer>

/** Answers requests for pages: from the store at once, or after one rendering shared by all who wait for it. */
export function createPageAnswerer({ index, maxBytes, make, later }: PageServices) {
  const store: PageStore<Answer> = createPageStore(maxBytes)
  const share = createSharedRenders(index, make)
  const toCacheControl = createCacheControl()

  /** Resolves when the answer is handed to the socket; a page that is held in the right coding is, on return. */
  function answerPage(exchange: Exchange, route: PageRoute): Promise<void> | undefined {
    const answer = store.get(index, route.url, exchange.now)
    if (answer === null) return answerMiss(exchange, route)
    exchange.store = 'hit'
    const coding = toCoding(answer, negotiateCoding(exchange.request.headers['accept-encoding']))
    const encoded = answer.encoded.get(coding)
    if (encoded === undefined) return encodeAndSend(exchange, route, answer)
    send(exchange, answer, encoded)
    encoded.uses += 1
    if (encoded.effort === 'quick' && encoded.uses === USES_BEFORE_BEST) improve(route, answer, coding)
    return undefined
  }

  /** Has a page in the store before anybody asks for it. */
  async function prepare(path: string): Promise<void> {
    const route: PageRoute = { kind: 'page', path, url: path, isOpenEnded: false, isDraft: false }
    if (store.get(index, path, new Date()) !== null) return
    const { result, revision, joined } = await share(route)
    if (!joined && result.mayKeep) keep(route, result.answer, revision)
  }

  async function answerMiss(exchange: Exchange, route: PageRoute): Promise<void> {
    exchange.store = 'miss'
    const { result, revision, joined } = await share(route)
    const mayKeep = result.mayKeep && !route.isDraft
    if (joined) exchange.store = 'joined'
    else if (mayKeep) keep(route, result.answer, revision)
    await encodeAndSend(exchange, route, result.answer, mayKeep)
  }

  function keep(route: PageRoute, answer: Answer, revision: number): void {
    const { tags, status } = answer
    const isOpenEnded = route.isOpenEnded || status !== 200
    store.set(route.url, { value: answer, tags, bytes: countBytes(answer), isOpenEnded }, revision)
  }

  async function encodeAndSend(exchange: Exchange, route: PageRoute, answer: Answer, mayKeep = true) {
    const coding = toCoding(answer, negotiateCoding(exchange.request.headers['accept-encoding']))
    const encoded = await encodeAnswer(answer, coding)
    store.resize(route.url, answer, countBytes(answer))
    send(exchange, answer, encoded, mayKeep)
  }

  function send(exchange: Exchange, answer: Answer, encoded: Encoded, mayKeep = true): void {
    const { request, response, now } = exchange
    const time = now.getTime()
    const boundary = index.clock.next ?? time
    const cacheControl = mayKeep ? toCacheControl(time, boundary) : 'no-store'
    exchange.bytes = sendAnswer(request, response, answer, encoded, { now: time, cacheControl }).bytes
  }

  function improve(route: PageRoute, answer: Answer, coding: Coding): void {
    later(async () => {
      await improveAnswer(answer, coding)
      store.resize(route.url, answer, countBytes(answer))
    })
  }

  return { answerPage, prepare, count: store.count }
}
