import { createSearchLimit } from '../../server/http/limit-searches.ts'

const BURST = 60

function spend(maySearch: ReturnType<typeof createSearchLimit>, client: string, now: number): number {
  let made = 0
  while (maySearch(client, now)) made += 1
  return made
}

describe('searches of a client', () => {
  it('are so many at once, and four more each second', () => {
    const maySearch = createSearchLimit()
    expect(spend(maySearch, '192.0.2.1', 0)).toBe(BURST)
    expect(spend(maySearch, '192.0.2.1', 1_000)).toBe(4)
    expect(spend(maySearch, '192.0.2.1', 3_600_000)).toBe(BURST)
  })

  it.each([
    ['another address', '192.0.2.1', '192.0.2.2', true],
    ['the same network of IPv6', '2001:db8:1:2::1', '2001:0DB8:1:2:aaaa::5', false],
    ['another network of IPv6', '2001:db8:1:2::1', '2001:db8:1:3::1', true],
    ['IPv4 written as IPv6', '::ffff:192.0.2.1', '::ffff:192.0.2.2', true],
  ])('are counted apart from those of %s', (_, one, other, isApart) => {
    const maySearch = createSearchLimit()
    spend(maySearch, one, 0)
    expect(maySearch(other, 0)).toBe(isApart)
  })

  it('are counted when the clock goes back', () => {
    const maySearch = createSearchLimit()
    expect(spend(maySearch, 'a', 10_000)).toBe(BURST)
    expect(maySearch('a', 0)).toBe(false)
  })
})
