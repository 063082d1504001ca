import { dump } from 'js-yaml'
import { getModified, type Post } from '#lib/content/post.ts'
import { toListPath, toPostPath } from '#lib/routes/paths.ts'
import { toPreviewImage } from '#lib/seo/preview-image.ts'

/** Unquoted, a colon or a bracket would be YAML; a line break must not end a field. */
const YAML = { lineWidth: -1, noRefs: true, quotingType: '"' } as const

/**
 * `/posts/<slug>.md`: a story as a program reads it best. Our fields as front matter, then the body as its writer wrote
 * it, with whole addresses.
 */
export function renderMarkdownVersion(post: Post, body: string, siteUrl: string, now: Date): string {
  const modified = getModified(post, now)
  const fields = {
    title: post.title,
    ...(post.standfirst === '' ? {} : { description: post.standfirst }),
    url: post.canonical ?? siteUrl + toPostPath(post.slug),
    date: post.published,
    ...(modified === post.published ? {} : { updated: modified }),
    language: post.language,
    ...(post.section === null ? {} : { section: post.section.name }),
    tags: post.tags.map(({ name }) => name),
    authors: post.authors.map(({ name, slug }) => ({
      name,
      url: siteUrl + toListPath({ kind: 'author', slug }),
    })),
    ...(post.type === 'news' ? {} : { type: post.type }),
    ...(post.access === 'free' ? {} : { access: post.access }),
    ...toImageField(post, siteUrl),
    ...(post.corrections.length === 0 ? {} : { corrections: post.corrections }),
  }
  return `---\n${dump(toWellFormed(fields), YAML)}---\n\n${body.toWellFormed()}\n`
}

function toImageField({ image, sourceFile }: Pick<Post, 'image' | 'sourceFile'>, siteUrl: string): object {
  const preview = toPreviewImage(image, sourceFile)
  if (image === null || preview === null) return {}
  const { alt, caption, credit } = image
  const words = Object.entries({ alt, caption, credit }).filter(
    ([name, text]) => name === 'alt' || text !== '',
  )
  return { image: { url: new URL(preview.url, siteUrl).href, ...Object.fromEntries(words) } }
}

function toWellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(toWellFormed)
  if (!(value instanceof Object)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toWellFormed(inner)]))
}
