import { dump } from 'js-yaml'
import { parseFileName } from '#lib/content/fields/file-name.ts'
import type { Story } from '../story.ts'

/**
 * A story's file: front matter in YAML and its text. `path` is relative to the content folder: what the file's name says
 * already is not said again.
 */
export function composeFile(story: Story, path: string, markdown: string): string {
  const yaml = dump(toFrontMatter(story, path), { lineWidth: -1, noRefs: true })
  const body = markdown.trim()
  return `---\n${yaml}---\n${body === '' ? '' : `\n${body}\n`}`
}

function toFrontMatter(story: Story, path: string): Record<string, unknown> {
  const { picture, body, ...fields } = story
  const values = {
    [story.room === 'authors' ? 'name' : 'title']: fields.title,
    description: fields.description,
    date: fields.published,
    updated: fields.updated,
    expires: fields.expires,
    draft: fields.isDraft,
    section: fields.section,
    tags: fields.tags,
    authors: fields.authors,
    image: picture === null ? null : omitEmpty(picture),
    slug: parseFileName(path).slug === fields.slug ? null : fields.slug,
    aliases: fields.aliases,
    canonical: fields.canonical,
    lang: fields.language,
    featured: fields.isFeatured,
    noindex: fields.isHiddenFromSearch,
    links: fields.links,
  }
  return omitEmpty(values)
}

function omitEmpty(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)))
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0)
}
