import type { Site } from '#lib/config/site.ts'
import type { PostSummary, Term } from '#lib/content/post.ts'
import { getLabels } from '#lib/labels/get-labels.ts'
import { toPostPath } from '#lib/routes/paths.ts'
import { toSingleLine } from '#lib/text/single-line.ts'

/** Stories of each section: enough to see what the paper writes about, few enough to read at once. */
export const LLMS_STORIES = 20

/** A section, or the stories of none, newest first. */
export type LlmsSection = { section: Pick<Term, 'name'> & { description: string }; stories: PostSummary[] }

/** `/llms.txt`: what the paper is and its newest stories by section, each as Markdown. @see https://llmstxt.org */
export function renderLlms(
  site: Pick<Site, 'name' | 'tagline' | 'description' | 'language'>,
  sections: readonly LlmsSection[],
  pages: readonly { title: string; url: string }[],
  siteUrl: string,
): string {
  const about = site.description || site.tagline
  const feeds = ['feed.xml', 'atom.xml', 'feed.json'].map((name) => `${siteUrl}/${name}`).join(', ')
  return [
    `# ${toSingleLine(site.name)}\n`,
    ...(about === '' ? [] : [`> ${toSingleLine(about)}\n`]),
    `${getLabels(site.language).forAgents(feeds, `${siteUrl}/sitemap.xml`)}\n`,
    ...sections.map((section) => renderSection(section, siteUrl)),
    ...(pages.length === 0 ? [] : [renderPages(pages)]),
  ].join('\n')
}

function renderSection({ section, stories }: LlmsSection, siteUrl: string): string {
  const intro = section.description === '' ? [] : [`${toSingleLine(section.description)}\n`]
  const lines = stories.slice(0, LLMS_STORIES).map(({ title, slug, published, description }) => {
    const words = description === '' ? '' : ` ${toSingleLine(description)}`
    return `- [${toLabel(title)}](${siteUrl}${toPostPath(slug)}.md): ${published.slice(0, 10)}.${words}`
  })
  return [`## ${toSingleLine(section.name)}\n`, ...intro, ...lines, ''].join('\n')
}

/** What an agent may leave out: the heading is llms.txt's own word, whatever the language. */
function renderPages(pages: readonly { title: string; url: string }[]): string {
  return ['## Optional\n', ...pages.map(({ title, url }) => `- [${toLabel(title)}](${url})`), ''].join('\n')
}

function toLabel(title: string): string {
  return toSingleLine(title).replace(/[\\[\]]/g, '\\$&')
}
