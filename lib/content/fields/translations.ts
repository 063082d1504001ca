import path from 'node:path'
import { isLanguageTag } from '#lib/text/language.ts'
import { toPostSlug } from '#lib/text/slug.ts'
import { type Diagnostic, type Parsed, reportWarning } from '../diagnostic.ts'
import { isMapping } from '../front-matter/plain-values.ts'
import { type RawValue, toText } from '../keys/raw-value.ts'
import { MARKDOWN_FILE } from '../markdown-file.ts'
import type { Translation } from '../post.ts'

/**
 * `translations: {fr: le-bac, ar: ../ar/ferry.md}`: a slug, or a file beside this one. What is no map of languages, or
 * leads out of the folder of posts, is warned of and left out.
 */
export function parseTranslations([first]: RawValue[], sourceFile: string): Parsed<Translation[]> {
  if (first === undefined) return { value: [], diagnostics: [] }
  if (!isMapping(first.value)) return { value: [], diagnostics: [report(first.key, first.value)] }
  const value: Translation[] = []
  const diagnostics: Diagnostic[] = []
  for (const [language, written] of Object.entries(first.value)) {
    const target = toTarget(toText(written).trim(), sourceFile)
    if (target === null || !isLanguageTag(language))
      diagnostics.push(report(first.key, `${language}: ${toText(written)}`))
    else value.push({ language, target })
  }
  return { value, diagnostics }
}

function toTarget(written: string, sourceFile: string): string | null {
  if (written === '') return null
  if (!MARKDOWN_FILE.test(written)) return toPostSlug(written.replace(/^\/posts\//, ''))
  const file = written.startsWith('/')
    ? path.posix.normalize(written.slice(1))
    : path.posix.join(path.posix.dirname(sourceFile), written)
  return file.startsWith('posts/') ? file : null
}

function report(field: string, found: unknown): Diagnostic {
  const message = 'this names no story in another language'
  return reportWarning({
    field,
    found,
    message,
    hint: 'Write a language and a slug or file: {fr: le-bac, ar: le-bac.ar.md}',
  })
}
