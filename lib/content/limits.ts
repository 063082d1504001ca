import { type Diagnostic, reportError } from './diagnostic.ts'

/** A bound on what a file may be: the most of something, what that is called, and how to keep below it. */
export type Limit = { most: number; unit: string; hint: string }

const part = 'Part the story in several'

/**
 * What is read at most. Beyond the limits of a body its story is shown as plain paragraphs; beyond those of a file or its
 * front matter it is held back. Each is several times what the largest stories of real papers have, and keeps a parser's
 * time within about a second.
 */
export const FILE_LIMITS = {
  bytes: {
    most: 8_000_000,
    unit: 'bytes',
    hint: 'Keep pictures and data in files of their own below media/',
  },
} as const satisfies Record<string, Limit>

export const FRONT_MATTER_LIMITS = {
  characters: {
    most: 200_000,
    unit: 'characters in its front matter',
    hint: 'Move the text below the closing fence',
  },
  lines: { most: 5_000, unit: 'lines of front matter', hint: 'Move what is not about the story elsewhere' },
  values: {
    most: 2_000,
    unit: 'values in its front matter',
    hint: 'Move what is not about the story elsewhere',
  },
} as const satisfies Record<string, Limit>

export const BODY_LIMITS = {
  characters: { most: 2_000_000, unit: 'characters', hint: part },
  lines: { most: 100_000, unit: 'lines', hint: part },
  blockLines: {
    most: 10_000,
    unit: 'lines without a blank one between',
    hint: 'Put blank lines between paragraphs',
  },
  nestedLines: {
    most: 1_000,
    unit: 'lines of quotations in lists without a blank one between',
    hint: 'Put blank lines between them, or take one of the marks away',
  },
  blockChanges: {
    most: 2_000,
    unit: 'changes between paragraphs, quotations and lists without a blank line between',
    hint: 'Put blank lines between them',
  },
  inlineDepth: { most: 100, unit: 'brackets in one another', hint: 'Close brackets before opening others' },
  blockMarks: { most: 15_000, unit: 'marks in one paragraph', hint: 'Put blank lines between paragraphs' },
  loneCodeMarks: {
    most: 500,
    unit: 'backticks in one paragraph that no others close',
    hint: 'Close the code, or put blank lines between paragraphs',
  },
  loneBrackets: {
    most: 2_000,
    unit: 'brackets in one paragraph that close what none has opened',
    hint: 'Write a backslash before them too, or put blank lines between paragraphs',
  },
  columns: { most: 200, unit: 'columns in a table', hint: 'Part the table, or offer it as a file' },
  cells: { most: 20_000, unit: 'cells in a table', hint: 'Part the table, or offer it as a file' },
  headings: { most: 10_000, unit: 'headings', hint: part },
  links: { most: 20_000, unit: 'links', hint: part },
  images: { most: 3_000, unit: 'pictures', hint: part },
  footnotes: { most: 2_000, unit: 'footnotes', hint: part },
  definitions: { most: 5_000, unit: 'definitions of links', hint: part },
} as const satisfies Record<string, Limit>

/** A live story beyond these is held back. */
export const LIVE_LIMITS = {
  updates: { most: 5_000, unit: 'updates', hint: 'Go on in a second live story, and link to it' },
} as const satisfies Record<string, Limit>

const numbers = new Intl.NumberFormat('en')

/** `it has 12,000 pictures, and at most 3,000 are read` */
export function formatExcess({ most, unit }: Limit, count: number): string {
  return `it has ${numbers.format(count)} ${unit}, and at most ${numbers.format(most)} are read`
}

/** What no story needs costs too much to read: the file is held back. */
export function reportExcess(limit: Limit, count: number): Diagnostic {
  return reportError({ field: null, found: '', message: formatExcess(limit, count), hint: limit.hint })
}
