import { z } from 'zod'
import { checkHtml } from '../support/check-html.ts'
import { describeWithProgram } from '../support/find-program.ts'
import { FULL_MISSING_PAGE, FULL_PAGES, FULL_SETTINGS } from '../support/full-paper.ts'
import { PAGE_TYPES } from '../support/page-types.ts'
import { setUpSharedSite } from '../support/shared-sites.ts'
import type { SiteServer } from '../support/site-server.ts'

const feedSchema = z.object({ items: z.array(z.object({ id: z.string(), content_html: z.string() })) })
const embedSchema = z.object({ html: z.string() })

type Documents = Map<string, string>

async function readPages(site: Pick<SiteServer, 'get'>, paths: readonly string[]): Promise<Documents> {
  const pages: Documents = new Map()
  for (const path of paths) pages.set(path, await (await site.get(path)).text())
  return pages
}

const toDocument = (html: string) => `<!DOCTYPE html><html lang="en"><title>A fragment</title>${html}</html>`

/** What feeds and embeds hand to other pages. */
async function readFragments(site: Pick<SiteServer, 'get'>): Promise<Documents> {
  const { items } = feedSchema.parse(await (await site.get('/feed.json')).json())
  const address = encodeURIComponent(`${FULL_SETTINGS.SITE_URL}/posts/extras`)
  const { html } = embedSchema.parse(await (await site.get(`/oembed?url=${address}`)).json())
  const contents = items.map(({ id, content_html }): [string, string] => [id, toDocument(content_html)])
  return new Map([...contents, ['oembed', toDocument(html)]])
}

describeWithProgram('java')('the Nu HTML Checker', () => {
  const [sample, full] = [setUpSharedSite('named'), setUpSharedSite('full')]
  const documents: Record<string, Documents> = {}
  let found: string[] = []

  beforeAll(async () => {
    documents.sample = await readPages(sample, [...PAGE_TYPES.map(([, path]) => path), '/icon.svg'])
    documents.full = await readPages(full, [...FULL_PAGES, FULL_MISSING_PAGE])
    documents.fragments = await readFragments(full)
    documents.wrong = new Map([['wrong', toDocument('<p><div>')]])
    found = checkHtml(
      new Map(
        Object.entries(documents).flatMap(([kind, texts]) =>
          [...texts].map(([name, text]): [string, string] => [`${kind} ${name}`, text]),
        ),
      ),
    )
  })

  it.each([
    ['every page of the sample paper', 'sample', PAGE_TYPES.length + 1],
    ['pages with one of everything', 'full', FULL_PAGES.length + 1],
    ['what feeds and embeds hand to other pages', 'fragments', 11],
  ])('finds no error in %s', (_what, kind, count) => {
    expect(documents[kind]?.size).toBe(count)
    expect(found.filter((line) => line.startsWith(`${kind} `))).toEqual([])
  })

  it('would find one', () => {
    expect(found.filter((line) => line.startsWith('wrong '))).toEqual([
      expect.stringContaining('unclosed elements'),
      expect.stringContaining('Unclosed element “div”'),
    ])
  })
})
