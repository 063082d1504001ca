import type { PostSummary } from '#lib/content/post.ts'

type Placed = Pick<PostSummary, 'slug' | 'image' | 'weight'>
type Block<Story, Section> = { section: Section; stories: Story[] }

/**
 * Who stands where on the front page. None of the newest is left out, and none is shown twice, but that the latest
 * headlines also stand in their sections: a reader of one section need not look above.
 */
export type FrontPlan<Story, Section> = {
  lead: Story | null
  seconds: Story[]
  latest: Story[]
  blocks: Block<Story, Section>[]
  /** The newest that found no place above: printed last, so that the next page goes on where this one ends. */
  rest: Story[]
}

const LEAD_CANDIDATES = 4
const SECONDS = 4
const LATEST = 9

const BLOCK_STORIES = 4

/** How many stories to ask for of each section, since some may stand above its block. */
export const BLOCK_CANDIDATES = BLOCK_STORIES + 1 + SECONDS

/**
 * Lays out the front page: what the editors gave a weight comes first, the lowest leading; else the newest story with a
 * picture leads, and the newest others stand beside it.
 *
 * @param newest the first page of all stories, newest first
 * @param sections in the editors' order, each with its newest stories; a section with none left vanishes
 */
export function planFrontPage<Story extends Placed, Section>(
  newest: readonly Story[],
  sections: readonly Block<Story, Section>[],
): FrontPlan<Story, Section> {
  const [lead = null, ...others] = putLeadsFirst(newest)
  const seconds = others.slice(0, SECONDS)
  const latest = others.slice(SECONDS, SECONDS + LATEST)
  const placed = new Set([lead, ...seconds].flatMap((story) => story?.slug ?? []))
  const blocks = sections.map((block) => fillBlock(block, placed)).filter(({ stories }) => stories.length > 0)
  const rest = others.slice(SECONDS + LATEST).filter(({ slug }) => !placed.has(slug))
  return { lead, seconds, latest, blocks, rest }
}

/** The editors' leads in their order, then the others as they come; without any, a story with a picture leads. */
function putLeadsFirst<Story extends Placed>(stories: readonly Story[]): Story[] {
  const leads = stories.filter(({ weight }) => weight !== null)
  if (leads.length === 0) return putPictureFirst(stories)
  leads.sort((a, b) => (a.weight ?? 0) - (b.weight ?? 0))
  return [...leads, ...stories.filter(({ weight }) => weight === null)]
}

/** Moves the newest story with a picture to the front, unless it is no longer new; the others stay in order. */
function putPictureFirst<Story extends Placed>(stories: readonly Story[]): Story[] {
  const lead = stories.slice(0, LEAD_CANDIDATES).find(({ image }) => image !== null)
  return lead === undefined ? [...stories] : [lead, ...stories.filter((story) => story !== lead)]
}

/** Takes a section's newest stories that stand nowhere yet, and marks them placed. */
function fillBlock<Story extends Placed, Section>(block: Block<Story, Section>, placed: Set<string>) {
  const stories = block.stories.filter(({ slug }) => !placed.has(slug)).slice(0, BLOCK_STORIES)
  for (const { slug } of stories) placed.add(slug)
  return { section: block.section, stories: putPictureFirst(stories) }
}
