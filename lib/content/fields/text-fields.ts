import type { Site } from '#lib/config/site.ts'
import { isLanguageTag } from '#lib/text/language.ts'
import { dropBoilerplateLines } from '../clean/boilerplate.ts'
import { cleanStandfirst, cleanTitle, cleanWords, toDescription } from '../clean/clean.ts'
import { findFirstParagraph } from '../clean/first-paragraph.ts'
import { dropRepeatedTitle, takeHeading } from '../clean/heading.ts'
import { isMapping } from '../front-matter/plain-values.ts'
import type { MappedFields } from '../keys/field-keys.ts'
import { type RawValue, toText } from '../keys/raw-value.ts'

/** What there is to read of a post, a page or an author, without what the page around it says already. */
export type TextFields = { title: string; description: string; standfirst: string; body: string }

/** What a file says in words: two of its fields and its body. */
type RawTextFields = { fields: Pick<MappedFields['fields'], 'title' | 'description'>; body: string }

/**
 * Title: front matter, else the body's first H1 (which leaves the body), else the file name. Standfirst: only what
 * was written as one; the description falls back to the first paragraph.
 */
export function cleanTextFields(
  { fields, body: raw }: RawTextFields,
  nameTitle: string,
  { boilerplate }: Pick<Site, 'boilerplate'>,
): TextFields {
  const written = dropBoilerplateLines(raw, boilerplate)
  const { title, body } = toTitleAndBody(fields.title, written, nameTitle)
  const standfirst = firstText(fields.description.filter(isProse), (text) =>
    cleanStandfirst(text, boilerplate),
  )
  const lead = standfirst || cleanWords(findFirstParagraph(body), boilerplate)
  return { title, description: toDescription(lead), standfirst, body }
}

/** `teaser: /img/quay.jpg` is a picture's path, `excerpt: true` a switch of a program's. */
function isProse({ value }: RawValue): boolean {
  const text = toWords(value).trim()
  return text !== '' && !/^\S+\.(?:jpe?g|png|gif|webp|avif|svg)$|^(?:true|false|yes|no|null)$/i.test(text)
}

const MEMBERS = ['rendered', 'raw', 'text', 'value', 'content', 'html', 'default', 'main'] as const

/** The words of a value; of a mapping (`{rendered: …}`, `{en: …, fr: …}`), those of the member that has them. */
export function toWords(value: unknown): string {
  if (!isMapping(value)) return toText(value)
  const member = MEMBERS.find((name) => typeof value[name] === 'string')
  if (member !== undefined) return toText(value[member])
  return toText(
    Object.entries(value).find(([key, item]) => isLanguageTag(key) && typeof item === 'string')?.[1],
  )
}

function toTitleAndBody(
  raws: RawValue[],
  written: string,
  nameTitle: string,
): Pick<TextFields, 'title' | 'body'> {
  const title = firstText(
    raws.filter(({ value }) => typeof value !== 'boolean'),
    cleanTitle,
  )
  if (title !== '') return { title, body: dropRepeatedTitle(written, title) }
  const headed = takeHeading(written)
  return headed === null || headed.heading === ''
    ? { title: cleanTitle(nameTitle), body: written }
    : { title: cleanTitle(headed.heading), body: headed.rest }
}

function firstText(raws: RawValue[], clean: (text: string) => string): string {
  for (const { value } of raws) {
    const text = clean(toWords(value))
    if (text !== '') return text
  }
  return ''
}
