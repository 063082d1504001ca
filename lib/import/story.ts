/** One thing an export holds: a post, a page, a person, a picture's record. `line` is null where lines mean nothing. */
export type ExportItem = { id: string; type: string; title: string; line: number | null }

/** A body as the export has it. */
export type StoryBody = {
  format: 'html' | 'markdown'
  text: string
  /**
   * What a line break in HTML text means: nothing (`spaces`), or WordPress's classic editor and Movable Type's "convert
   * breaks": a blank line parts paragraphs, a single one breaks the line (`paragraphs`).
   */
  lineBreaks: 'spaces' | 'paragraphs'
  /** Footnotes kept beside the text, as HTML; the text refers to them by id in `data-fn`. */
  footnotes: readonly { id: string; html: string }[]
}

/** A picture that stands for a story. `src` is an address, or a path from the root of the old site. */
export type StoryPicture = { src: string; alt: string; caption: string }

/**
 * A story, a standing page or a person, in the terms of Broadsheet's front matter. Empty strings and lists mean that the
 * export says nothing.
 *
 * - `published`, `updated` and `expires` are ISO 8601, or `YYYY-MM-DD HH:mm:ss` in the paper's own zone.
 * - `day` is the day in the file's name, `YYYY-MM-DD`; null for none.
 * - `aliases` are paths of the old site, queries included.
 */
export type Story = {
  room: 'posts' | 'pages' | 'authors'
  slug: string
  title: string
  day: string | null
  published: string | null
  updated: string | null
  expires: string | null
  isDraft: boolean
  isFeatured: boolean
  isHiddenFromSearch: boolean
  description: string
  authors: readonly string[]
  section: string
  tags: readonly string[]
  picture: StoryPicture | null
  aliases: readonly string[]
  canonical: string
  language: string
  /** Of a person: addresses elsewhere. */
  links: readonly string[]
  body: StoryBody
}

/** One item of an export, in its order: a story to write, or the reason why there is none. */
export type ExportEntry =
  | { kind: 'story'; item: ExportItem; story: Story; notes: readonly string[] }
  | { kind: 'reported'; item: ExportItem; reason: string }

/** What a reader of a format is told and asked. */
export type ReadOptions = {
  /** Types of WordPress posts, beside `post` and `page`, that are to become stories. */
  types: readonly string[]
  /** Called with the bytes read so far. */
  onProgress: (bytes: number) => void
  /** A folder of this run's own, removed at its end. */
  scratchDir: string
}

/** An export as it is read: where the old site lived (null when the export does not say), and its items. */
export type OpenExport = {
  origin: string | null
  entries: AsyncIterable<ExportEntry>
  warnings: readonly string[]
}

/** A story about which nothing is known yet. */
export const EMPTY_STORY: Story = {
  room: 'posts',
  slug: '',
  title: '',
  day: null,
  published: null,
  updated: null,
  expires: null,
  isDraft: false,
  isFeatured: false,
  isHiddenFromSearch: false,
  description: '',
  authors: [],
  section: '',
  tags: [],
  picture: null,
  aliases: [],
  canonical: '',
  language: '',
  links: [],
  body: { format: 'html', text: '', lineBreaks: 'spaces', footnotes: [] },
}

/** A body of HTML in which line breaks are spaces. */
export function toHtmlBody(text: string): StoryBody {
  return { format: 'html', text, lineBreaks: 'spaces', footnotes: [] }
}
