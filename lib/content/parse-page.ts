import type { Site } from '#lib/config/site.ts'
import type { Problem } from '#lib/problems/problem.ts'
import { toBodyStart } from './clean/body-start.ts'
import { toContentHash } from './decode/content-hash.ts'
import { type Diagnostic, type Parsed, reportError, reportWarning } from './diagnostic.ts'
import { parseDraft } from './fields/draft.ts'
import { parseFileName, toAskedSlug } from './fields/file-name.ts'
import { parseLanguage } from './fields/language.ts'
import { cleanTextFields } from './fields/text-fields.ts'
import type { PlainValues } from './front-matter/plain-values.ts'
import { toText } from './keys/field-keys.ts'
import { type Page, pageSchema } from './page.ts'
import { parseFile, type Source, type SourceFile } from './parse-file.ts'

/** `page` is null when a problem is an error, and for a draft. */
export type ParsedPage = { page: Page | null; problems: Problem[] }

const ORDER_KEYS = ['order', 'weight', 'nav_order', 'menu_order', 'position'] as const

/** Addresses the site answers itself: a page there would never be seen. */
const RESERVED_SLUGS =
  /^(?:api|archive|authors|healthz|llms\.txt|media|page|posts|robots\.txt|search|sections|sitemaps?|tags|feed\.json|.*\.xml)$/

/** A file below `pages/` → a standing page, or what its editor has to mend. */
export function parsePage(file: SourceFile, settings: Site): ParsedPage {
  const { value: page, problems } = parseFile(file, pageSchema, (source) => readPage(file, source, settings))
  return { page, problems }
}

function readPage(file: SourceFile, source: Source, settings: Site): Parsed<object | null> {
  const { fields, extra } = source
  const name = parseFileName(file.path)
  const draft = parseDraft(fields.draft, fields.published, file.path)
  if (draft.value) return { value: null, diagnostics: draft.diagnostics }
  const slug = toAskedSlug(fields.slug, name)
  const { title, description, body } = cleanTextFields(source, name.title, settings)
  const language = parseLanguage(fields.language, name.language, settings.language)
  const order = readOrder({ ...extra, weight: fields.weight[0]?.value })
  const candidate = {
    slug,
    title,
    description,
    ...toBodyStart(body, source.bodyLine),
    ...language.value,
    order: order.value,
    sourceFile: file.path,
    contentHash: toContentHash(file.bytes),
  }
  return {
    value: candidate,
    diagnostics: [...findReservedSlug(slug), ...language.diagnostics, ...order.diagnostics],
  }
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
  if (!RESERVED_SLUGS.test(slug)) return []
  const message = `the site itself answers at /${slug}, so this page could not be seen`
  return [
    reportError({ field: null, found: slug, message, hint: 'Give the file, or its slug, another name' }),
  ]
}
