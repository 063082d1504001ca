import type { Site } from '#lib/config/site.ts'
import { dropBoilerplateLines } from '../clean/boilerplate.ts'
import { cleanStandfirst, cleanTitle, toDescription } from '../clean/clean.ts'
import { findFirstParagraph } from '../clean/first-paragraph.ts'
import { dropRepeatedTitle, takeHeading } from '../clean/heading.ts'
import { type MappedFields, type RawValue, toText } from '../keys/field-keys.ts'

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
  const standfirst = firstText(fields.description, (text) => cleanStandfirst(text, boilerplate))
  const lead = standfirst || cleanStandfirst(findFirstParagraph(body), boilerplate)
  return { title, description: toDescription(lead), standfirst, body }
}

function toTitleAndBody(
  raws: RawValue[],
  written: string,
  nameTitle: string,
): Pick<TextFields, 'title' | 'body'> {
  const title = firstText(raws, cleanTitle)
  if (title !== '') return { title, body: dropRepeatedTitle(written, title) }
  const headed = takeHeading(written)
  return headed === null || headed.heading === ''
    ? { title: cleanTitle(nameTitle), body: written }
    : { title: cleanTitle(headed.heading), body: headed.rest }
}

function firstText(raws: RawValue[], clean: (text: string) => string): string {
  for (const { value } of raws) {
    const text = clean(toText(value))
    if (text !== '') return text
  }
  return ''
}
