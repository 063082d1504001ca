import type { WxrItem } from '#lib/import/wordpress/read-item.ts'
import { readRestrictions } from '#lib/import/wordpress/restrictions.ts'
import { removeFolder, runImport } from '../../support/exports/run-import.ts'
import { renderWxr } from '../../support/exports/wxr.ts'

function read(fields: Record<string, string>, content = 'Words.') {
  const item: WxrItem = {
    ...{
      id: '1',
      type: 'post',
      status: 'publish',
      title: 'A',
      link: '',
      guid: '',
      slug: 'a',
      creator: '',
      content,
    },
    ...{
      excerpt: '',
      localDate: '',
      utcDate: '',
      utcModified: '',
      localModified: '',
      publicDate: '',
      parent: '',
    },
    ...{ password: '', isSticky: false, attachmentUrl: '', terms: [], comments: 0 },
    fields: new Map(Object.entries(fields).map(([key, value]) => [key, [value]])),
  }
  return readRestrictions(item)
}

it.each([
  [{ _members_access_role: 'subscriber' }],
  [{ rcp_subscription_level: 'gold' }],
  [{ _restrict_content: '1' }],
  [{ _wpmem_block: '1' }],
  [{ _jetpack_newsletter_access: 'paid_subscribers' }],
  [{ _visibility: 'hidden' }],
  [{ _expiration_date: 'in May' }],
])('%j is for some only: a draft, and reported', (fields) => {
  expect(read(fields)).toMatchObject({ isDraft: true, notes: [expect.stringContaining('draft')] })
})

it.each([
  [{ '_expiration-date': '1893456000', '_expiration-date-status': 'saved' }, '2030-01-01T00:00:00.000Z'],
  [{ expirationdate: '2030-01-01 06:00' }, '2030-01-01 06:00'],
])('%j comes down on its day', (fields, expires) => {
  expect(read(fields)).toMatchObject({
    isDraft: false,
    expires,
    notes: [expect.stringContaining('come down')],
  })
})

it.each([
  [{ rank_math_robots: 'a:1:{i:0;s:7:"noindex";}' }],
  [{ _aioseo_noindex: '1' }],
  [{ _seopress_robots_index: 'yes' }],
  [{ '_yoast_wpseo_meta-robots-noindex': '1' }],
])('%j is hidden from search engines', (fields) => {
  expect(read(fields)).toEqual({ isDraft: false, expires: null, isHiddenFromSearch: true, notes: [] })
})

it.each([
  [{ _jetpack_newsletter_access: 'everybody', _wpmem_block: '0', _visibility: 'public' }],
  [{ _edit_last: '1', _thumbnail_id: '3', member_quote: 'x' }],
  [{ '_expiration-date-status': 'saved', rank_math_robots: 'a:1:{i:0;s:5:"index";}' }],
])('%j says nothing of the kind', (fields) => {
  expect(read(fields)).toEqual({ isDraft: false, expires: null, isHiddenFromSearch: false, notes: [] })
})

it('says where a page builder keeps a text that the export has not', () => {
  expect(read({ _elementor_data: '[{}]' }, '').notes).toEqual([
    'it has no text: a page builder keeps it in _elementor_data',
  ])
})

it('writes what it read, and reports it', async () => {
  const outcome = await runImport(
    'export.xml',
    renderWxr([
      { id: 1, slug: 'ferry', meta: [['_members_access_role', 'subscriber']] },
      {
        id: 2,
        slug: 'mole',
        meta: [
          ['_expiration-date', '1893456000'],
          ['_subtitle', 'The last crossing'],
        ],
      },
    ]),
  )
  const texts = [...outcome.files.values()].join('\n')
  expect(texts).toContain('draft: true')
  expect(texts).toContain("expires: '2030-01-01T00:00:00.000Z'")
  expect(texts).toContain('description: The last crossing')
  expect(outcome.items.map(({ notes }) => notes.length)).toEqual([1, 1])
  removeFolder(outcome)
})
