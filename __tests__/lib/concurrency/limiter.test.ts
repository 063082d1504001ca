import { setTimeout as wait } from 'node:timers/promises'
import { Limiter } from '#lib/concurrency/limiter.ts'
import { SingleFlight } from '#lib/concurrency/single-flight.ts'

it('lets so many through at once and no more, whatever becomes of them', async () => {
  const turnstile = new Limiter(2)
  let inside = 0
  let most = 0
  const work = async (place: number) => {
    inside += 1
    most = Math.max(most, inside)
    await wait(5)
    inside -= 1
    if (place % 3 === 0) throw new Error('broken')
    return place
  }
  const results = await Promise.allSettled(
    Array.from({ length: 9 }, (_, place) => turnstile.run(() => work(place))),
  )
  expect(most).toBe(2)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(6)
})

it('does one thing once, however many ask while it is done', async () => {
  const flights = new SingleFlight<number>()
  let times = 0
  const work = async () => {
    await wait(5)
    times += 1
    return times
  }
  const together = [flights.run('a', work), flights.run('a', work), flights.run('b', work)]
  expect(await Promise.all(together)).toEqual([1, 1, 2])
  expect(await flights.run('a', work)).toBe(3)
})
