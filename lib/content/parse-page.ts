import type { Site } from '#lib/config/site.ts'
import type { Problem } from '#lib/problems/problem.ts'
import { toPagePath } from '#lib/routes/paths.ts'
import { isReservedSlug } from '#lib/routes/reserved-slugs.ts'
import { toBodyStart } from './clean/body-start.ts'
import { toContentHash } from './decode/content-hash.ts'
import { type Diagnostic, type Parsed, reportError, reportWarning } from './diagnostic.ts'
import { parseAliases } from './fields/aliases.ts'
import { parseFileName, toAskedSlug } from './fields/file-name.ts'
import { parseImage } from './fields/images.ts'
import { createLanguageTest, parseLanguage } from './fields/language.ts'
import { cleanTextFields } from './fields/text-fields.ts'
import type { PlainValues } from './front-matter/plain-values.ts'
import { findPictureKeys, flattenNests } from './keys/picture-keys.ts'
import { toText } from './keys/raw-value.ts'
import { type Page, pageSchema } from './page.ts'
import { type FieldReader, parseFile, type Source, type SourceFile } from './parse-file.ts'
import type { Image } from './post.ts'
import { type Audience, readRawAudience } from './publicity/audience.ts'
import { parsePublicity } from './publicity/publicity.ts'
import { NO_MARKS, readTextMarks } from './publicity/text-marks.ts'

/** `page` is null when a problem is an error, and for a draft. `audience`, of a file with an error: who may see it all the same. */
export type ParsedPage = { page: Page | null; problems: Problem[]; audience?: Audience }

const ORDER_KEYS = ['order', 'weight', 'nav_order', 'menu_order', 'position'] as const

/** A file below `pages/` → a standing page, or what its editor has to mend. */
export function parsePage(file: SourceFile, settings: Site): ParsedPage {
  const { value, problems, audience } = parseFile(file, pageSchema, settings.language, (source) =>
    readPage(file, source, settings),
  )
  if (!problems.some(({ severity }) => severity === 'error')) return { page: value, problems }
  return { page: null, problems, audience: audience ?? readRawAudience(file.bytes, settings.timeZone) }
}

function readPage(file: SourceFile, source: Source, settings: Site): ReturnType<FieldReader> {
  const { fields, extra } = source
  const name = parseFileName(file.path, createLanguageTest(file, fields.language, settings.language))
  const publicity = parsePublicity(source.values, file.path, settings.timeZone)
  const marks = publicity.value.draft ? NO_MARKS : readTextMarks(source, settings.timeZone)
  const waiting = [...publicity.value.gates, ...marks.gates].map(reportWaiting)
  const said = [...publicity.diagnostics, ...marks.diagnostics, ...waiting]
  const isDraft = publicity.value.draft || marks.draft || waiting.length > 0
  const audience = { isDraft, from: [], until: [] }
  if (isDraft) return { value: null, diagnostics: said, audience }
  const slug = toAskedSlug(fields.slug, name)
  const { title, description, body } = cleanTextFields(source, name.title, settings)
  const image = parseImage([...fields.image, ...findPictureKeys(extra)], flattenNests(extra))
  const start = toBodyStart(body, source.bodyLine)
  const language = parseLanguage(fields.language, name.language, settings.language)
  const order = readOrder({ ...extra, weight: fields.weight[0]?.value })
  const candidate = {
    slug,
    title,
    description,
    ...(image.value === null ? start : addPicture(start, image.value)),
    ...language.value,
    crawling: publicity.value.crawling,
    aliases: parseAliases(fields.aliases, toPagePath(slug)),
    order: order.value,
    sourceFile: file.path,
    contentHash: file.hash ?? toContentHash(file.bytes),
  }
  return {
    value: candidate,
    diagnostics: [
      ...said,
      ...findReservedSlug(slug),
      ...image.diagnostics,
      ...language.diagnostics,
      ...order.diagnostics,
    ],
    audience,
  }
}

/** A page has no place for a picture but its text: the one its front matter names stands above it. */
function addPicture({ body, bodyLine }: { body: string; bodyLine: number }, image: Image) {
  if (bodyLine <= PICTURE_LINES || body.includes(image.src)) return { body, bodyLine }
  const alt = image.alt.replace(/[[\]\\]/g, '\\$&')
  const caption = [image.caption, image.credit].filter((words) => words !== '').join(' ')
  const title = caption === '' ? '' : ` "${caption.replace(/["\\]/g, '\\$&')}"`
  const address = image.src.replace(/[<>\n]/g, encodeURIComponent)
  return { body: `![${alt}](<${address}>${title})\n\n${body}`, bodyLine: bodyLine - PICTURE_LINES }
}

const PICTURE_LINES = 2

/** Stories wait for their day; a page is there or is not. */
function reportWaiting(gate: string): Diagnostic {
  const message = 'a page waits for no day; it was kept as a draft'
  return reportWarning({
    field: null,
    found: gate,
    message,
    hint: 'Remove the day once everybody may see the page',
  })
}

function readOrder(extra: PlainValues): Parsed<number | null> {
  const key = ORDER_KEYS.find((name) => toText(extra[name]) !== '')
  if (key === undefined) return { value: null, diagnostics: [] }
  const order = Number(toText(extra[key]))
  if (Number.isFinite(order)) return { value: order, diagnostics: [] }
  const message = 'this is not a number, so the page comes after those with one'
  return {
    value: null,
    diagnostics: [reportWarning({ field: key, found: extra[key], message, hint: `Write ${key}: 1` })],
  }
}

function findReservedSlug(slug: string): Diagnostic[] {
  if (!isReservedSlug(slug)) return []
  const message = `the site itself answers at /${slug}, so this page could not be seen`
  return [
    reportError({ field: null, found: slug, message, hint: 'Give the file, or its slug, another name' }),
  ]
}
