import { fetchRaw } from '../../support/fetch-raw.ts'
import { MAIN_PAGES } from '../../support/page-types.ts'
import { openSamplePaper } from '../../support/sample-paper.ts'
import { NAMED_SETTINGS, setUpSharedSite } from '../../support/shared-sites.ts'
import { setUpSite } from '../../support/site-server.ts'

describe.each(['on', 'off'])('FAST_PATH=%s', (FAST_PATH) => {
  const site =
    FAST_PATH === 'on'
      ? setUpSharedSite('named')
      : setUpSite(openSamplePaper(), { ...NAMED_SETTINGS, FAST_PATH })

  const ask = (path: string, headers: Record<string, string> = {}) => fetchRaw(site.url + path, { headers })

  it.each(MAIN_PAGES)('%s carries nothing of the framework', async (path) => {
    const html = (await ask(path)).body.toString()
    const traces = html.match(/.{20}(?:_next|<!--|\sstyle="|<template).{20}/g)
    expect(traces).toBeNull()
    const scripts = html.match(/<script(?![^>]*(?:speculationrules|ld\+json|data-keep)).{80}/g)
    expect(scripts).toBeNull()
    expect(html.includes('<script type="speculationrules">')).toBe(true)
  })

  it.each(MAIN_PAGES)('every meta tag of %s is within the first 16 KB', async (path) => {
    const bytes = (await ask(path)).body
    expect(bytes.lastIndexOf('<meta')).toBeLessThan(16_384)
    expect(bytes.indexOf('<style>')).toBeGreaterThan(bytes.lastIndexOf('<meta'))
  })

  it.each(MAIN_PAGES)('the policy of %s is strict', async (path) => {
    const policy = String((await ask(path)).headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src '(?:self|sha256|none)/)
    expect(policy).toMatch(/style-src 'sha256-/)
    expect(policy).not.toMatch(/unsafe|script-src[^;]*\*/)
  })

  it.each([...MAIN_PAGES, '/healthz', '/media/none.jpg', '/_next/static/none.js'])(
    '%s has the common headers',
    async (path) => {
      const { headers } = await ask(path)
      expect(headers).toMatchObject({
        'strict-transport-security': 'max-age=63072000',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'cross-origin-opener-policy': 'same-origin',
      })
      expect(headers['permissions-policy']).toContain('camera=()')
      expect(headers['content-security-policy'] ?? "frame-ancestors 'self'").toContain(
        "frame-ancestors 'self'",
      )
      expect(headers['x-powered-by']).toBeUndefined()
    },
  )

  it.each(['/', '/posts/ferry-returns', '/sections/harbour', '/authors/idris-pennock', '/feeds'])(
    'the first visit to %s is within one round trip',
    async (path) => {
      const { body, headers } = await ask(path, { 'Accept-Encoding': 'br' })
      expect(headers['content-encoding']).toBe('br')
      expect(body.length).toBeLessThan(13_500)
    },
  )

  it('shows its figures to who knows the word', async () => {
    expect((await ask('/metrics')).status).toBe(401)
    expect((await ask('/metrics', { Authorization: 'Bearer another' })).status).toBe(401)
    const { status, body } = await ask('/metrics', { Authorization: 'Bearer a-long-word' })
    expect(status).toBe(200)
    const names = [
      'broadsheet_requests_total',
      'broadsheet_request_seconds_bucket',
      'broadsheet_index_revision',
      'broadsheet_problems',
      'process_resident_memory_bytes',
    ]
    for (const name of names) expect(body.toString()).toContain(name)
  })

  it('redirects within the site, whatever Host says', async () => {
    const { status, headers } = await ask('/page/1', {
      Host: 'evil.example',
      'X-Forwarded-Host': 'evil.example',
    })
    expect(status).toBe(308)
    expect(new URL(headers.location ?? '', 'https://packet.example').origin).toBe('https://packet.example')
  })
})
