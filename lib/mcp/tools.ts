import { z } from 'zod'
import { getEnv } from '#lib/config/env.ts'
import type { Site } from '#lib/config/site.ts'
import type { PostSummary } from '#lib/content/post.ts'
import { getMarkdownVersion } from '#lib/feeds/get-markdown-version.ts'
import { getPost, getSite, getTerm, listLatest } from '#lib/queries/queries.ts'
import { searchStories } from '#lib/queries/search/search-stories.ts'
import { resolvePath } from '#lib/router/resolve-path.ts'
import { toPostPath } from '#lib/routes/paths.ts'
import { parseAsked } from '#lib/search/asked.ts'

/** What a tool answers: text for the model, and the same as data. `isError` is for what the model can put right itself. */
export type ToolResult = { text: string; data?: object; isError?: boolean }

const MAX_STORIES = 50

const latestSchema = z.strictObject({
  section: z.string().max(200).optional(),
  limit: z.int().min(1).max(MAX_STORIES).default(20),
})

const searchSchema = z.strictObject({
  query: z.string().trim().min(1).max(300),
  section: z.string().max(200).optional(),
  page: z.int().min(1).max(20).default(1),
})

const fetchSchema = z.strictObject({ id: z.string().min(1).max(2_000) })

/** The tools as `tools/list` describes them. All of them read, none of them changes anything. */
export function listTools({ search }: Pick<Site, 'search'>): readonly object[] {
  return search.isOn ? [SEARCH_TOOL, ...TOOLS] : TOOLS
}

const SEARCH_TOOL = {
  name: 'search',
  title: 'Search the paper',
  description:
    'Stories with the words of a query, best first, ten a page. Understands "phrases", -without and author:name.',
  inputSchema: {
    type: 'object',
    properties: {
      query: { type: 'string', maxLength: 300 },
      section: { type: 'string', description: 'The slug of a section, as in /sections/<slug>' },
      page: { type: 'integer', minimum: 1, maximum: 20, default: 1 },
    },
    required: ['query'],
    additionalProperties: false,
  },
  annotations: { readOnlyHint: true, openWorldHint: false },
} as const

const TOOLS = [
  {
    name: 'latest',
    title: 'Latest stories',
    description: 'The newest stories of the paper, or of one of its sections, newest first.',
    inputSchema: {
      type: 'object',
      properties: {
        section: { type: 'string', description: 'The slug of a section, as in /sections/<slug>' },
        limit: { type: 'integer', minimum: 1, maximum: MAX_STORIES, default: 20 },
      },
      additionalProperties: false,
    },
    annotations: { readOnlyHint: true, openWorldHint: false },
  },
  {
    name: 'fetch',
    title: 'Fetch a story',
    description: 'A story whole, as Markdown with its title, byline, dates and corrections.',
    inputSchema: {
      type: 'object',
      properties: { id: { type: 'string', description: 'The slug or the address of a story' } },
      required: ['id'],
      additionalProperties: false,
    },
    annotations: { readOnlyHint: true, openWorldHint: false },
  },
] as const

/**
 * Runs a tool. What the public may not see at `now` is not there, as everywhere else.
 *
 * @returns null for a tool there is none of
 */
export async function callTool(name: string, given: unknown, now: Date): Promise<ToolResult | null> {
  switch (name) {
    case 'search':
      return (await getSite()).search.isOn
        ? withInput(searchSchema, given, (input) => findStories(input, now))
        : null
    case 'latest':
      return withInput(latestSchema, given, (input) => listStories(input, now))
    case 'fetch':
      return withInput(fetchSchema, given, ({ id }) => fetchStory(id, now))
    default:
      return null
  }
}

async function withInput<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  run: (input: z.output<Schema>) => Promise<ToolResult>,
): Promise<ToolResult> {
  const parsed = schema.safeParse(given ?? {})
  return parsed.success ? run(parsed.data) : { text: z.prettifyError(parsed.error), isError: true }
}

async function listStories(
  { section, limit }: z.output<typeof latestSchema>,
  now: Date,
): Promise<ToolResult> {
  if (section !== undefined && (await getTerm('section', section, now)) === null) {
    return { text: `There is no section ${section}.`, isError: true }
  }
  const list = section === undefined ? { kind: 'all' as const } : { kind: 'section' as const, slug: section }
  const stories = (await listLatest(list, limit, now)).map(toListed)
  return { text: toLines(stories), data: { results: stories } }
}

async function findStories(
  { query, section, page }: z.output<typeof searchSchema>,
  now: Date,
): Promise<ToolResult> {
  const asked = parseAsked({ q: query, section, page: String(page) })
  const { hits, total, isMore, pages } = await searchStories(asked, now)
  const results = hits.map(({ summary, snippet }) => ({
    ...toListed(summary),
    text: snippet.map((part) => part.text).join(''),
  }))
  return { text: toLines(results), data: { results, total, isMore, page, pages } }
}

type Listed = ReturnType<typeof toListed>

function toLines(stories: readonly Listed[]): string {
  return stories
    .map(({ title, url, published, text }) => `- [${title}](${url}) (${published}) ${text}`)
    .join('\n')
}

function toListed({ slug, title, description, published }: PostSummary) {
  return { id: slug, title, url: getEnv().siteUrl + toPostPath(slug), published, text: description }
}

async function fetchStory(id: string, now: Date): Promise<ToolResult> {
  const post = await getPost(await toSlug(id, now), now)
  if (post === null) return { text: `There is no story ${id}.`, isError: true }
  const { siteUrl } = getEnv()
  const text = await getMarkdownVersion(post, await getSite(), siteUrl, now)
  const { title, published } = post
  const url = siteUrl + toPostPath(post.slug)
  return { text, data: { id: post.slug, title, url, text, metadata: { published } } }
}

/** `tide`, `/posts/tide`, `https://paper.example/posts/tide.md`, or a former address → the story's slug. */
async function toSlug(id: string, now: Date): Promise<string> {
  const url = URL.parse(id, `${getEnv().siteUrl}/posts/`)
  const path = url === null ? id : url.pathname
  const resolved = await resolvePath(path, now)
  const current = resolved.kind === 'moved' ? resolved.path : path
  return decode(current)
    .replace(/^\/posts\//, '')
    .replace(/\.md$/, '')
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
