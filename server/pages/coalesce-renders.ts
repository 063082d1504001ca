import { hasChangedSince, refreshRevision } from '#lib/cache/page-store.ts'
import { getTagsOfResponse } from '#lib/cache/tags-of-response.ts'
import type { Index } from '#lib/index/index-state.ts'

/** What is to be rendered: `url` tells two renderings apart, `path` tells what they depend on. */
export type RenderRequest = { url: string; path: string }

/** `revision` is the index's when the rendering began; `joined` says that somebody else had asked for it. */
export type CoalescedRender<Result> = { result: Result; revision: number; coalesced: boolean }

type InFlight<Result> = { revision: number; ended: Promise<Omit<CoalescedRender<Result>, 'coalesced'>> }

/**
 * Lets everyone who asks for one URL at one time share one rendering. A rendering that began before its content changed
 * is not joined.
 */
export function coalesceRenders<Result>(index: Index, render: (request: RenderRequest) => Promise<Result>) {
  const inFlight = new Map<string, InFlight<Result>>()

  function start(request: RenderRequest, revision: number): InFlight<Result> {
    const ended = render(request).then((result) => ({ result, revision }))
    const running: InFlight<Result> = { revision, ended }
    inFlight.set(request.url, running)
    const remove = () => {
      if (inFlight.get(request.url) === running) inFlight.delete(request.url)
    }
    ended.then(remove, remove)
    return running
  }

  return async (request: RenderRequest): Promise<CoalescedRender<Result>> => {
    const revision = refreshRevision(index, new Date())
    const underWay = inFlight.get(request.url)
    const coalesced =
      underWay !== undefined &&
      !hasChangedSince(index, getTagsOfResponse(request.path, 404), underWay.revision)
    const running = coalesced ? underWay : start(request, revision)
    return { ...(await running.ended), coalesced }
  }
}
