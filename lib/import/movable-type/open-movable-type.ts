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
  const story: Story = {
    ...EMPTY_STORY,
    slug: field('BASENAME').replaceAll('_', '-'),
    title: toWords(field('TITLE')),
    day: published?.slice(0, 10) ?? null,
    published,
    isDraft: !isOut,
    description: toWords(sections.get('EXCERPT') ?? ''),
    authors: field('AUTHOR') === '' ? [] : [field('AUTHOR')],
    section,
    tags: [...new Set([...tags, ...others])],
    aliases: address === null ? [] : [address.pathname],
    body: body.body,
  }
  const comments = (counted.get('COMMENT') ?? 0) + (counted.get('PING') ?? 0)
  const notes = [
    ...body.notes,
    ...(isOut ? [] : [`its status was "${status}": it is a draft`]),
    ...(comments > 0 ? [`${comments} comments and trackbacks were left out`] : []),
    ...(story.title === '' ? ['it has no title'] : []),
    ...(address === null
      ? ['the export does not say its old address: name its pattern under permalinks in site.yaml']
      : []),
  ]
  return { story, notes }
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
  if (match === null) return null
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
