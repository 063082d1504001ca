import { bringUpToDate, hasChangedSince } from '#lib/cache/page-store.ts'
import { getTagsOfAnswer } from '#lib/cache/tags-of-answer.ts'
import type { Index } from '#lib/index/index-state.ts'

/** What is to be rendered: `url` tells two renderings apart, `path` tells what they depend on. */
export type Wanted = { url: string; path: string }

/** `revision` is the index's when the rendering began; `joined` says that somebody else had asked for it. */
export type Shared<Result> = { result: Result; revision: number; joined: boolean }

type Flight<Result> = { revision: number; ended: Promise<Omit<Shared<Result>, 'joined'>> }

/**
 * Lets everyone who asks for one URL at one time share one rendering. A rendering that began before its content changed
 * is not joined.
 */
export function createSharedRenders<Result>(index: Index, render: (wanted: Wanted) => Promise<Result>) {
  const flights = new Map<string, Flight<Result>>()

  function start(wanted: Wanted, revision: number): Flight<Result> {
    const ended = render(wanted).then((result) => ({ result, revision }))
    const flight: Flight<Result> = { revision, ended }
    flights.set(wanted.url, flight)
    const land = () => {
      if (flights.get(wanted.url) === flight) flights.delete(wanted.url)
    }
    ended.then(land, land)
    return flight
  }

  return async (wanted: Wanted): Promise<Shared<Result>> => {
    const revision = bringUpToDate(index, new Date())
    const underWay = flights.get(wanted.url)
    const joined =
      underWay !== undefined && !hasChangedSince(index, getTagsOfAnswer(wanted.path, 404), underWay.revision)
    const flight = joined ? underWay : start(wanted, revision)
    return { ...(await flight.ended), joined }
  }
}
