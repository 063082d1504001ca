import type { Site } from '#lib/config/site.ts'
import { toBodyStart } from './body-start.ts'
import { toContentHash } from './content-hash.ts'
import { toText } from './dialect.ts'
import { parseDraft } from './draft.ts'
import { parseFileName, toAskedSlug } from './file-name.ts'
import { type Finding, type Reading, refuse, warn } from './finding.ts'
import { parseLanguage } from './language.ts'
import { type Page, pageSchema } from './page.ts'
import { parseFile, type Source, type SourceFile } from './parse-file.ts'
import type { PlainValues } from './plain-values.ts'
import type { Problem } from './problem.ts'
import { cleanWords } from './words.ts'

/** `page` is null when a problem is an error, and for a draft. */
export type ParsedPage = { page: Page | null; problems: Problem[] }

const ORDER_KEYS = ['order', 'weight', 'nav_order', 'menu_order', 'position'] as const

/** Addresses the site answers itself: a page there would never be seen. */
const TAKEN =
  /^(?:api|archive|authors|healthz|llms\.txt|media|page|posts|robots\.txt|search|sections|sitemaps?|tags|feed\.json|.*\.xml)$/

/** A file below `pages/` → a standing page, or what its editor has to mend. */
export function parsePage(file: SourceFile, settings: Site): ParsedPage {
  const { value: page, problems } = parseFile(file, pageSchema, (source) => readPage(file, source, settings))
  return { page, problems }
}

function readPage(file: SourceFile, source: Source, settings: Site): Reading<object | null> {
  const { fields, extra } = source
  const name = parseFileName(file.path)
  const draft = parseDraft(fields.draft, fields.published, file.path)
  if (draft.value) return { value: null, findings: draft.findings }
  const slug = toAskedSlug(fields.slug, name)
  const { title, description, body } = cleanWords(source, name.title, settings)
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
    contentHash: file.hash ?? toContentHash(file.bytes),
  }
  return { value: candidate, findings: [...findTaken(slug), ...language.findings, ...order.findings] }
}

function readOrder(extra: PlainValues): Reading<number | null> {
  const key = ORDER_KEYS.find((name) => toText(extra[name]) !== '')
  if (key === undefined) return { value: null, findings: [] }
  const order = Number(toText(extra[key]))
  if (Number.isFinite(order)) return { value: order, findings: [] }
  const message = 'this is not a number, so the page comes after those with one'
  return {
    value: null,
    findings: [warn({ field: key, found: extra[key], message, mend: `Write ${key}: 1` })],
  }
}

function findTaken(slug: string): Finding[] {
  if (!TAKEN.test(slug)) return []
  const message = `the site itself answers at /${slug}, so this page could not be seen`
  return [refuse({ field: null, found: slug, message, mend: 'Give the file, or its slug, another name' })]
}
