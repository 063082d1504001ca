import { toWords } from '../html/to-words.ts'
import {
  EMPTY_STORY,
  type ExportEntry,
  type OpenExport,
  type ReadOptions,
  type Story,
  type StoryBody,
  toHtmlBody,
} from '../story.ts'
import { toInstant } from '../to-day.ts'
import { readText } from '../xml/decode-text.ts'
import { type MovableTypeRecord, readRecords } from './read-records.ts'

const DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([AP])M)?$/i

/** Movable Type's and TypePad's export: a text file of entries. */
export async function openMovableType(
  file: string,
  options: ReadOptions,
  origin: string | null,
): Promise<OpenExport> {
  const records = readRecords(readText(file, options.onProgress))
  return { origin, entries: listEntries(records), warnings: [] }
}

async function* listEntries(records: AsyncIterable<MovableTypeRecord>): AsyncGenerator<ExportEntry> {
  for await (const record of records) {
    const { line, isCut } = record
    const { story, notes } = toStory(record)
    const item = { id: `line ${line}`, type: 'post', title: story.title, line }
    if (isCut)
      yield { kind: 'reported', item, reason: 'it is longer than an item may be (8 million characters)' }
    else yield { kind: 'story', item, story, notes }
  }
}

function toStory({ fields, sections, counted }: MovableTypeRecord): { story: Story; notes: string[] } {
  const field = (name: string) => fields.get(name)?.[0] ?? ''
  const published = toLocalTime(field('DATE'))
  const status = field('STATUS').toLowerCase() || 'publish'
  const isOut = status === 'publish' || status === 'future'
  const categories = [
    ...new Set([...(fields.get('PRIMARY CATEGORY') ?? []), ...(fields.get('CATEGORY') ?? [])]),
  ]
  const [section = '', ...others] = categories.map(toWords)
  const tags = splitTags(field('TAGS') || (sections.get('KEYWORDS') ?? ''))
  const address = URL.parse(field('UNIQUE URL'))
  const body = toBody(sections, field('CONVERT BREAKS'))
  const basename = field('BASENAME')
  const path = address?.pathname ?? (basename.includes('/') ? `/entry/${basename}` : null)
  const story: Story = {
    ...EMPTY_STORY,
    slug: toSlug(basename),
    title: toWords(field('TITLE')),
    day: published?.slice(0, 10) ?? null,
    published,
    isDraft: !isOut,
    description: toWords(sections.get('EXCERPT') ?? ''),
    authors: field('AUTHOR') === '' ? [] : [field('AUTHOR')],
    section,
    tags: [...new Set([...tags, ...others])],
    picture: field('IMAGE') === '' ? null : { src: field('IMAGE'), alt: '', caption: '' },
    aliases: path === null ? [] : [path],
    body: body.body,
  }
  const comments = (counted.get('COMMENT') ?? 0) + (counted.get('PING') ?? 0)
  const notes = [
    ...body.notes,
    ...listOtherSections(sections),
    ...(isOut ? [] : [`its status was "${status}": it is a draft`]),
    ...(comments > 0 ? [`${comments} comments and trackbacks were left out`] : []),
    ...(story.title === '' ? ['it has no title'] : []),
    ...(published === null && field('DATE') !== '' ? [`its date cannot be read: ${field('DATE')}`] : []),
    ...(path === null
      ? ['the export does not say its old address: name its pattern under permalinks in site.yaml']
      : []),
  ]
  return { story, notes }
}

/** Hatena's `2013/09/08/101500` says when it was written, which is no name. */
function toSlug(basename: string): string {
  const last = basename.split('/').at(-1) ?? ''
  return basename.includes('/') && /^\d+$/.test(last) ? '' : last.replaceAll('_', '-')
}

const KNOWN_SECTIONS = new Set(['BODY', 'EXTENDED BODY', 'EXCERPT', 'KEYWORDS'])

function listOtherSections(sections: ReadonlyMap<string, string>): string[] {
  const names = [...sections].filter(([name, text]) => !KNOWN_SECTIONS.has(name) && text !== '')
  return names.length === 0 ? [] : [`sections were left out: ${names.map(([name]) => name).join(', ')}`]
}

function toBody(sections: ReadonlyMap<string, string>, breaks: string): { body: StoryBody; notes: string[] } {
  const parts = [sections.get('BODY') ?? '', sections.get('EXTENDED BODY') ?? ''].filter(
    (part) => part !== '',
  )
  const kind = breaks.toLowerCase()
  if (kind.startsWith('markdown')) {
    return { body: { ...toHtmlBody(parts.join('\n\n<!-- more -->\n\n')), format: 'markdown' }, notes: [] }
  }
  const body = toHtmlBody(parts.join('\n\n<!--more-->\n\n'))
  const keepsLines = kind === '0' || kind === 'richtext' || kind === 'none'
  const notes = kind.startsWith('textile') ? ['it was written in Textile, whose marks stay as they are'] : []
  return { body: keepsLines ? body : { ...body, lineBreaks: 'paragraphs' }, notes }
}

/** `06/30/2014 10:00:25 PM` → `2014-06-30 22:00:25`, in the paper's own zone; null when it is no date. */
function toLocalTime(written: string): string | null {
  const match = DATE.exec(written)
  if (match === null) return toInstant(written)
  const [, month = '', day = '', year = '', hour = '', minute = '', second = '00', half = ''] = match
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0)
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = `${String(hours).padStart(2, '0')}:${minute}:${second}`
  return Number.isNaN(Date.parse(`${date}T${time}Z`)) ? null : `${date} ${time}`
}

/** `"chain ferry",tides` → `chain ferry`, `tides`. */
function splitTags(written: string): string[] {
  const parts = written.match(/"[^"]*"|[^,"]+/g) ?? []
  return parts.map((part) => part.replaceAll('"', '').trim()).filter((part) => part !== '')
}
