import { createCounters } from '../../../server/observe/counters.ts'

it('counts requests as Prometheus reads them', () => {
  const tallies = createCounters()
  tallies.count({ status: 200, store: 'hit', ms: 0.1 })
  tallies.count({ status: 200, store: 'hit', ms: 0.4 })
  tallies.count({ status: 304, store: 'hit', ms: 40 })
  tallies.count({ status: 200, store: 'miss', ms: 60_000 })
  expect(
    tallies.format(),
  ).toBe(`# HELP broadsheet_requests_total Requests answered, by status and by what the page store had to do with them
# TYPE broadsheet_requests_total counter
broadsheet_requests_total{status="200",store="hit"} 2
broadsheet_requests_total{status="304",store="hit"} 1
broadsheet_requests_total{status="200",store="miss"} 1
# HELP broadsheet_request_seconds Time to answer, by what the page store had to do with it
# TYPE broadsheet_request_seconds histogram
broadsheet_request_seconds_bucket{le="0.0001",store="hit"} 1
broadsheet_request_seconds_bucket{le="0.0005",store="hit"} 2
broadsheet_request_seconds_bucket{le="0.001",store="hit"} 2
broadsheet_request_seconds_bucket{le="0.005",store="hit"} 2
broadsheet_request_seconds_bucket{le="0.01",store="hit"} 2
broadsheet_request_seconds_bucket{le="0.05",store="hit"} 3
broadsheet_request_seconds_bucket{le="0.1",store="hit"} 3
broadsheet_request_seconds_bucket{le="0.5",store="hit"} 3
broadsheet_request_seconds_bucket{le="1",store="hit"} 3
broadsheet_request_seconds_bucket{le="5",store="hit"} 3
broadsheet_request_seconds_bucket{le="10",store="hit"} 3
broadsheet_request_seconds_bucket{le="+Inf",store="hit"} 3
broadsheet_request_seconds_sum{store="hit"} 0.0405
broadsheet_request_seconds_count{store="hit"} 3
broadsheet_request_seconds_bucket{le="0.0001",store="miss"} 0
broadsheet_request_seconds_bucket{le="0.0005",store="miss"} 0
broadsheet_request_seconds_bucket{le="0.001",store="miss"} 0
broadsheet_request_seconds_bucket{le="0.005",store="miss"} 0
broadsheet_request_seconds_bucket{le="0.01",store="miss"} 0
broadsheet_request_seconds_bucket{le="0.05",store="miss"} 0
broadsheet_request_seconds_bucket{le="0.1",store="miss"} 0
broadsheet_request_seconds_bucket{le="0.5",store="miss"} 0
broadsheet_request_seconds_bucket{le="1",store="miss"} 0
broadsheet_request_seconds_bucket{le="5",store="miss"} 0
broadsheet_request_seconds_bucket{le="10",store="miss"} 0
broadsheet_request_seconds_bucket{le="+Inf",store="miss"} 1
broadsheet_request_seconds_sum{store="miss"} 60
broadsheet_request_seconds_count{store="miss"} 1
`)
})
